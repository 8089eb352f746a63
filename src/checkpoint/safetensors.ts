/**
 * Named tensors in one file.
 *
 *   length of the header, 64 bits, little-endian | header in JSON | tensors without gaps, little-endian
 *
 * The header gives each tensor's dtype, shape and [begin, end) in the bytes after it. Written as Hugging Face's own
 * library writes it, byte for byte: tensors ordered by dtype, then name; the header padded with spaces to a multiple of 8.
 * @source https://github.com/huggingface/safetensors, section "Format"
 */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { sizeOf, type DType, type TensorData, type TensorMap } from '../ir/tensorType.js';
import { readHeader, type HeaderEntry } from './safetensorsHeader.js';

const formats = {
  float32: { name: 'F32', bytes: 4, array: Float32Array },
  int32: { name: 'I32', bytes: 4, array: Int32Array },
  bool: { name: 'BOOL', bytes: 1, array: Uint8Array },
} as const satisfies Readonly<Record<DType, unknown>>;

/** In the order in which a file holds them. */
const dtypes: readonly DType[] = ['float32', 'int32', 'bool'];

/**
 * The bytes of a safetensors file.
 * @param metadata Free text by name, kept in the header.
 */
export function writeSafetensors(
  tensors: TensorMap,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const ordered = dtypes.flatMap((dtype) =>
    [...tensors]
      .filter(([, tensor]) => tensor.dtype === dtype)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const header = new Map<string, unknown>();
  if (Object.keys(metadata).length > 0) header.set('__metadata__', metadata);
  let end = 0;
  for (const [name, { dtype, shape, data }] of ordered) {
    const begin = end;
    end += data.byteLength;
    header.set(name, { dtype: formats[dtype].name, shape, data_offsets: [begin, end] });
  }
  // Not through an object, whose number-like keys would come first.
  const members = [...header].map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  const text = Buffer.from(`{${members.join()}}`, 'utf8');
  const headerLength = Math.ceil(text.length / 8) * 8;
  const out = Buffer.alloc(8 + headerLength + end, ' ');
  out.writeBigUInt64LE(BigInt(headerLength));
  out.set(text, 8);
  let at = 8 + headerLength;
  for (const [, { data }] of ordered) {
    out.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return out;
}

/**
 * The tensors of a safetensors file, as copies.
 * @param file Named in errors.
 * @throws GanspecError GAN600 for damage of any kind, GAN601 for another dtype; both with exit code 6.
 */
export function readSafetensors(bytes: Uint8Array, file: string): TensorMap {
  const { entries, dataStart } = readHeader(bytes, file);
  return new Map(
    entries.map((entry) => [entry.name, readTensor(bytes.subarray(dataStart), entry, file)]),
  );
}

/** The free text in the header of a safetensors file. @throws GanspecError GAN600 */
export function readMetadata(bytes: Uint8Array, file: string): Readonly<Record<string, string>> {
  return readHeader(bytes, file).metadata;
}

function readTensor(bytes: Uint8Array, entry: HeaderEntry, file: string): TensorData {
  const dtype = dtypes.find((one) => formats[one].name === entry.dtype);
  if (dtype === undefined) {
    throw new GanspecError(
      'GAN601',
      exitCodes.checkpoint,
      `${file}: tensor "${entry.name}" has dtype ${entry.dtype}; ganspec reads F32, I32 and BOOL`,
    );
  }
  const { bytes: elementBytes, array } = formats[dtype];
  const size = sizeOf(entry.shape);
  if (entry.end - entry.begin !== size * elementBytes) {
    throw new GanspecError(
      'GAN600',
      exitCodes.checkpoint,
      `${file}: damaged: tensor "${entry.name}" of shape [${entry.shape.join(', ')}] has ${entry.end - entry.begin} bytes`,
    );
  }
  // A copy starts at the beginning of its own buffer, as arrays of larger numbers require.
  const own = Uint8Array.from(bytes.subarray(entry.begin, entry.end));
  return { dtype, shape: entry.shape, data: new array(own.buffer, 0, size) };
}
