/**
 * Reader of numeric arrays in NumPy files.
 * @source NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", versions 1.0 to 3.0
 */
import { basename } from 'node:path';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { bytesOfFile } from '../shared/bytes.js';
import { dataError, maxFileBytes, readHead, sizeOfFile } from '../shared/dataFile.js';
import { listText } from '../shared/listText.js';
import { otherFormat } from './otherFormats.js';

/** Array in the number format of its file: in memory, or read by need. */
export interface NpyArray extends NpyHeader {
  /** Bytes of the numbers that are needed. */
  readonly bytes: number;
  /** Fills `out` with the elements from `start` on, in row-major order. */
  readonly read: (start: number, out: Float64Array) => void;
}

export interface NpyHeader {
  readonly file: string;
  readonly shape: Shape;
  /** Number type without byte order: `u1`, `f4`, …; `b1` for booleans. */
  readonly kind: NumberKind;
}

type NumberKind = keyof typeof readers;

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

function reader(bytes: number, at: Reader): { readonly bytes: number; readonly at: Reader } {
  return { bytes, at };
}

const readers = {
  b1: reader(1, (view, i) => view.getUint8(i)),
  u1: reader(1, (view, i) => view.getUint8(i)),
  i1: reader(1, (view, i) => view.getInt8(i)),
  u2: reader(2, (view, i, little) => view.getUint16(i, little)),
  i2: reader(2, (view, i, little) => view.getInt16(i, little)),
  u4: reader(4, (view, i, little) => view.getUint32(i, little)),
  i4: reader(4, (view, i, little) => view.getInt32(i, little)),
  u8: reader(8, (view, i, little) => Number(view.getBigUint64(i, little))),
  i8: reader(8, (view, i, little) => Number(view.getBigInt64(i, little))),
  f4: reader(4, (view, i, little) => view.getFloat32(i, little)),
  f8: reader(8, (view, i, little) => view.getFloat64(i, little)),
} as const;

/** Upper bound on the header size; larger headers are taken for damage. */
const maxHeaderBytes = 2 ** 16;

/**
 * Opens the array of a file.
 * @param limit Places of the first axis that are needed, from 0 on; null for all. The shape is that of the file.
 * @param memoryLimit Bytes from which on they are read by need.
 * @throws GanspecError GAN401, GAN403, GAN412
 */
export function readNpy(
  file: string,
  limit: number | null = null,
  memoryLimit = maxFileBytes,
): NpyArray {
  const { shape, kind, littleEndian, start } = readLayout(file);
  const { bytes: size, at } = readers[kind];
  const [count = 0, ...rest] = shape;
  const length = Math.min(count, limit ?? count) * sizeOf(rest) * size;
  const data = bytesOfFile(file, { start, length }, memoryLimit);
  return {
    file,
    shape,
    kind,
    bytes: data.length,
    read(first, out) {
      const bytes = data.at(first * size, out.length * size);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let i = 0; i < out.length; i++) out[i] = at(view, i * size, littleEndian);
    },
  };
}

interface Layout extends Omit<NpyHeader, 'file'> {
  readonly littleEndian: boolean;
  /** Offset of the first number in bytes. */
  readonly start: number;
}

function readLayout(file: string): Layout {
  const head = readHead(file, maxHeaderBytes);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isNpy = Buffer.from(head.subarray(0, 6)).toString('latin1') === '\x93NUMPY';
  if (!isNpy || head.length < 12) {
    const other = otherFormat(file, head);
    throw npyError(file, other?.what ?? 'is no NumPy file', other?.hint);
  }
  const first = head[6] === 1 ? 10 : 12;
  const start = first + (first === 10 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > head.length) throw dataError('GAN403', `${file}: ends in its header`);
  const text = Buffer.from(head.subarray(first, start)).toString('utf8');
  const [, order = '', kind = ''] = /'descr': *'([<>|=]?)([a-zA-Z]\d*)/.exec(text) ?? [];
  const sizes = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1];
  if (!isKind(kind) || sizes === undefined) throw unreadable(file, kind, text);
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  if (/'fortran_order': *True/.test(text) && shape.length > 1) {
    throw npyError(file, 'is in column-major order', 'Save numpy.ascontiguousarray(array).');
  }
  if (shape.length === 0) throw npyError(file, 'holds one number without axes');
  if (shape.includes(0)) throw npyError(file, `is empty, [${shape.join(', ')}]`);
  const wanted = start + sizeOf(shape) * readers[kind].bytes;
  const found = sizeOfFile(file);
  if (found !== wanted) {
    const says = `[${shape.join(', ')}] of ${kind}, ${wanted} bytes with the header`;
    throw dataError('GAN403', `${file}: says it holds ${says}, but has ${found}`);
  }
  return { shape, kind, littleEndian: order !== '>', start };
}

function isKind(kind: string): kind is NumberKind {
  return Object.hasOwn(readers, kind);
}

/** Other types of element by their letter, with the way to numbers. */
const otherKinds: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  O: [
    'Python objects, such as arrays of several sizes',
    "Give all samples one shape and stack them: numpy.save('stacked.npy', numpy.stack(numpy.load('FILE', allow_pickle=True))).",
  ],
  U: [
    'text',
    "Save numbers: array.astype('float32') of written numbers, numpy.unique(array, return_inverse=True)[1] of names.",
  ],
  c: ['complex numbers', 'Save numpy.stack([array.real, array.imag], axis=-1).'],
  M: ['dates', "Save array.astype('int64')."],
  m: ['times', "Save array.astype('int64')."],
  f: ['numbers', "Save array.astype('float32')."],
};

function unreadable(file: string, kind: string, header: string): Error {
  const fields = [...header.matchAll(/\('(\w+)', *'/g)].map(([, name]) => `"${name ?? ''}"`);
  if (fields.length > 0) {
    const hint =
      'Save plain numbers: numpy.lib.recfunctions.structured_to_unstructured(array), or one field, array["NAME"].';
    return npyError(file, `holds records of the fields ${listText(fields)}, not numbers`, hint);
  }
  const [what, hint] = otherKinds[kind.charAt(0) === 'S' ? 'U' : kind.charAt(0)] ?? [];
  if (what === undefined) return npyError(file, 'does not hold plain numbers');
  const which = kind.length > 1 ? ` of kind ${kind}` : '';
  return npyError(file, `holds ${what}${which}`, hint?.replace('FILE', basename(file)));
}

function npyError(file: string, what: string, hint?: string): Error {
  return dataError('GAN412', `${file}: ${what}`, hint);
}
