/**
 * Reader of wav files with uncompressed integers of 8, 16, 24 or 32 bits, or floats of 32 or 64 bits.
 * @source IBM & Microsoft 1991, "Multimedia Programming Interface and Data Specifications 1.0"; Microsoft, WAVEFORMATEXTENSIBLE
 */
import type { Interval } from '../../entries/interval.js';
import { dataError, readParts, sizeOfFile } from '../shared/dataFile.js';

/** Format and location of the audio in a wav file. */
export interface WavHeader {
  readonly file: string;
  readonly encoding: Encoding;
  readonly channels: number;
  /** Frames per second; a frame is one number per channel. */
  readonly sampleRate: number;
  readonly frames: number;
  /** Offset of the first frame in bytes. */
  readonly start: number;
}

type Encoding = keyof typeof decoders;

/** Size and decoder of each number format; integers are scaled to [-1, 1). Eight-bit integers are unsigned, all others signed. */
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
/** Format tag of WAVEFORMATEXTENSIBLE: the actual format follows later in the chunk. */
const extensible = 0xfffe;
/** Chunk length written by programs that stream, such as ffmpeg into a pipe: the chunk extends to the end of the file. */
const unknownLength = 0xffffffff;

/** Upper bound on the number of chunks before the audio; tagging programs write about a dozen, so more is taken for damage. */
const maxChunks = 1000;

/** Reads the header of a file. @throws GanspecError GAN401, GAN415 */
export function readWavHeader(file: string): WavHeader {
  const size = sizeOfFile(file);
  return readParts(file, (read) => {
    const riff = latin1(read(0, 12));
    if (!riff.startsWith('RIFF') || riff.slice(8) !== 'WAVE')
      throw wavError(file, 'is no wav file');
    let format: Chunk | undefined;
    // A chunk is a name, a length, the content, and a padding byte if the length is odd.
    for (let at = 12, count = 1; at + 8 <= size; count++) {
      if (count > maxChunks) throw wavError(file, `has no sound in ${maxChunks} chunks`, at);
      const head = read(at, 8);
      const name = latin1(head.subarray(0, 4));
      const declared = viewOf(head).getUint32(4, true);
      const start = at + 8;
      const length = declared === unknownLength ? size - start : declared;
      if (name === 'fmt ') format = { start, view: viewOf(read(start, Math.min(length, 40))) };
      if (name === 'data') {
        if (!format) throw wavError(file, 'has sound before its format', at);
        if (start + length > size) {
          const what = `it says it has ${length} bytes of sound, and has ${size - start}`;
          throw wavError(file, `is cut off: ${what}`, at + 4);
        }
        return headerOf(file, format, { start, length });
      }
      at = start + length + (length % 2);
    }
    throw wavError(file, 'has no chunk of sound');
  });
}

/** The first bytes of a chunk's content and their offset in the file. */
interface Chunk {
  readonly start: number;
  readonly view: DataView;
}

function headerOf(
  file: string,
  { start: at, view }: Chunk,
  sound: { readonly start: number; readonly length: number },
): WavHeader {
  if (view.byteLength < 16) throw wavError(file, 'ends in its format', at);
  const tag = view.getUint16(0, true);
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const frameBytes = view.getUint16(12, true);
  const bits = view.getUint16(14, true);
  const named = tag === extensible && view.byteLength >= 26 ? view.getUint16(24, true) : tag;
  const encoding = `${formatNames[named] ?? 'compressed'}${bits}`;
  if (!isEncoding(encoding)) {
    const what = formatNames[named] ? `${formatNames[named]}s of ${bits} bits` : `format ${named}`;
    throw wavError(file, `holds ${what}`, at);
  }
  const { bytes } = decoders[encoding];
  if (channels === 0) throw wavError(file, 'has no channels', at + 2);
  if (sampleRate === 0) throw wavError(file, 'has 0 samples a second', at + 4);
  if (frameBytes !== channels * bytes) {
    const expected = `${channels} × ${bytes}`;
    throw wavError(file, `has frames of ${frameBytes} bytes, not of ${expected}`, at + 12);
  }
  const frames = Math.floor(sound.length / frameBytes);
  if (frames === 0) throw wavError(file, 'holds no whole frame of sound', sound.start);
  return { file, encoding, channels, sampleRate, frames, start: sound.start };
}

/** Part of the sound of a file, and its scale. */
export interface WavPart {
  /** First frame. */
  readonly first: number;
  /** Numbers that become -1 and 1. */
  readonly bounds: Interval;
}

/**
 * Reads sound as one channel, the mean of all channels, mapped from the bounds to [-1, 1] and clipped to it.
 * @param out Receives `out.length` frames; what the file does not have is silence.
 * @returns The least and the greatest number before it is mapped.
 * @throws GanspecError GAN401; GAN415 for floats that are not finite.
 */
export function readWav(
  { file, encoding, channels, start, frames }: WavHeader,
  { first, bounds: [low, high] }: WavPart,
  out: Float32Array,
): Interval {
  const count = Math.min(frames - first, out.length);
  const { bytes, at } = decoders[encoding];
  const frameBytes = channels * bytes;
  const offset = start + first * frameBytes;
  const view = viewOf(readParts(file, (read) => read(offset, count * frameBytes)));
  // Halved first, because the difference of two large numbers may overflow.
  const [middle, half] = [low / 2 + high / 2, high / 2 - low / 2];
  const scaled = (value: number): number => Math.min(Math.max((value - middle) / half, -1), 1);
  let [least, greatest] = [Infinity, -Infinity];
  for (let frame = 0; frame < count; frame++) {
    let mean = 0;
    for (let channel = 0; channel < channels; channel++) {
      // Divided before summing, because the sum of large numbers may overflow.
      mean += at(view, frame * frameBytes + channel * bytes) / channels;
    }
    if (!Number.isFinite(mean)) {
      const what = `frame ${first + frame} is no finite number`;
      throw wavError(file, what, offset + frame * frameBytes);
    }
    least = Math.min(least, mean);
    greatest = Math.max(greatest, mean);
    out[frame] = scaled(mean);
  }
  out.fill(scaled(0), count);
  return [least, greatest];
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

function wavError(file: string, what: string, at?: number): Error {
  return dataError('GAN415', `${file}: ${what}${at === undefined ? '' : `, at byte ${at}`}`);
}
