/**
 * Reads wav files: uncompressed integers of 8, 16, 24 or 32 bits, or floats of 32 or 64.
 * @source IBM & Microsoft 1991, "Multimedia Programming Interface and Data Specifications 1.0"; Microsoft, WAVEFORMATEXTENSIBLE
 */
import { dataError, readPart, sizeOfFile } from '../files/dataFile.js';

/** What the chunks before the sound say. */
export interface WavHeader {
  readonly file: string;
  readonly encoding: Encoding;
  readonly channels: number;
  /** Frames a second; a frame is one number for each channel. */
  readonly sampleRate: number;
  readonly frames: number;
  /** Where the sound starts in the file. */
  readonly start: number;
}

type Encoding = keyof typeof decoders;

/** Value of one number between -1 and 1. Eight bits are unsigned, all others have a sign. */
const decoders = {
  int8: { bytes: 1, at: (view: DataView, i: number) => (view.getUint8(i) - 128) / 128 },
  int16: { bytes: 2, at: (view: DataView, i: number) => view.getInt16(i, true) / 2 ** 15 },
  int24: {
    bytes: 3,
    at: (view: DataView, i: number) =>
      (view.getInt8(i + 2) * 2 ** 16 + view.getUint16(i, true)) / 2 ** 23,
  },
  int32: { bytes: 4, at: (view: DataView, i: number) => view.getInt32(i, true) / 2 ** 31 },
  float32: { bytes: 4, at: (view: DataView, i: number) => view.getFloat32(i, true) },
  float64: { bytes: 8, at: (view: DataView, i: number) => view.getFloat64(i, true) },
} as const;

const formatNames: Readonly<Record<number, string>> = { 1: 'int', 3: 'float' };
/** Stands for a format that is named later in the chunk. */
const extensible = 0xfffe;
/** What programs write that did not know the length yet, such as ffmpeg into a pipe: the chunk goes on to the end. */
const unknownLength = 0xffffffff;

/** The header of a file. @throws GanspecError GAN401, GAN415 */
export function readWavHeader(file: string): WavHeader {
  const size = sizeOfFile(file);
  const riff = latin1(readPart(file, 0, 12));
  if (!riff.startsWith('RIFF') || riff.slice(8) !== 'WAVE') throw wrong(file, 'is no wav file');
  let format: DataView | undefined;
  // Chunks: a name, a length, so many bytes, and one more where that is odd.
  for (let at = 12; at + 8 <= size;) {
    const head = readPart(file, at, 8);
    const name = latin1(head.subarray(0, 4));
    const said = viewOf(head).getUint32(4, true);
    const length = said === unknownLength ? size - at - 8 : said;
    if (name === 'fmt ') format = viewOf(readPart(file, at + 8, Math.min(length, 40)));
    if (name === 'data') {
      if (!format) throw wrong(file, 'has sound before its format');
      if (at + 8 + length > size) {
        throw wrong(
          file,
          `is cut off: it says it has ${length} bytes of sound, and has ${size - at - 8}`,
        );
      }
      return headerOf(file, format, length, at + 8);
    }
    at += 8 + length + (length % 2);
  }
  throw wrong(file, 'holds no sound');
}

function headerOf(file: string, format: DataView, length: number, start: number): WavHeader {
  if (format.byteLength < 16) throw wrong(file, 'ends in its format');
  const channels = format.getUint16(2, true);
  const bits = format.getUint16(14, true);
  const tag = format.getUint16(0, true);
  const named = tag === extensible && format.byteLength >= 26 ? format.getUint16(24, true) : tag;
  const encoding = `${formatNames[named] ?? 'compressed'}${bits}`;
  if (!isEncoding(encoding)) {
    const what = formatNames[named] ? `${formatNames[named]}s of ${bits} bits` : `format ${named}`;
    throw wrong(file, `holds ${what}`);
  }
  const frames = Math.floor(length / (channels * decoders[encoding].bytes));
  const sampleRate = format.getUint32(4, true);
  if (channels === 0 || frames === 0 || sampleRate === 0) throw wrong(file, 'holds no sound');
  return { file, encoding, channels, sampleRate, frames, start };
}

/**
 * The sound as one channel, the mean of all, each value within [-1, 1]: floats beyond are clipped.
 * @param out Takes the first `out.length` frames; zeros where there are fewer.
 * @throws GanspecError GAN401; GAN415 for floats that are not finite.
 */
export function readWav(header: WavHeader, out: Float32Array): void {
  const { file, encoding, channels, start } = header;
  const frames = Math.min(header.frames, out.length);
  const { bytes, at } = decoders[encoding];
  const view = viewOf(readPart(file, start, frames * channels * bytes));
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += at(view, (frame * channels + channel) * bytes);
    }
    if (!Number.isFinite(sum)) throw wrong(file, `frame ${frame} is no finite number`);
    out[frame] = Math.min(Math.max(sum / channels, -1), 1);
  }
  out.fill(0, frames);
}

function isEncoding(name: string): name is Encoding {
  return Object.hasOwn(decoders, name);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function wrong(file: string, what: string): Error {
  return dataError('GAN415', `${file}: ${what}`);
}
