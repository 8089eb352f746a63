/**
 * Reader of numeric arrays in NumPy files.
 * @source NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", versions 1.0 to 3.0
 */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { dataError, readHead, readWhole, sizeOfFile } from '../shared/dataFile.js';

/** Array in memory, in the number format of its file. */
export interface NpyArray extends NpyHeader {
  /** Element i in row-major order. */
  readonly at: (i: number) => number;
}

export interface NpyHeader {
  readonly file: string;
  readonly shape: Shape;
  /** Number type without byte order: `u1`, `f4`, …; `b1` for booleans. */
  readonly kind: NumberKind;
}

type NumberKind = keyof typeof readers;

const readers = {
  b1: (view: DataView, i: number) => view.getUint8(i),
  u1: (view: DataView, i: number) => view.getUint8(i),
  i1: (view: DataView, i: number) => view.getInt8(i),
  u2: (view: DataView, i: number, little: boolean) => view.getUint16(2 * i, little),
  i2: (view: DataView, i: number, little: boolean) => view.getInt16(2 * i, little),
  u4: (view: DataView, i: number, little: boolean) => view.getUint32(4 * i, little),
  i4: (view: DataView, i: number, little: boolean) => view.getInt32(4 * i, little),
  u8: (view: DataView, i: number, little: boolean) => Number(view.getBigUint64(8 * i, little)),
  i8: (view: DataView, i: number, little: boolean) => Number(view.getBigInt64(8 * i, little)),
  f4: (view: DataView, i: number, little: boolean) => view.getFloat32(4 * i, little),
  f8: (view: DataView, i: number, little: boolean) => view.getFloat64(8 * i, little),
} as const;

/** Upper bound on the header size; larger headers are taken for damage. */
const maxHeaderBytes = 2 ** 16;

/** Shape and number type of the array in a file; reads only the header. @throws GanspecError GAN401, GAN403, GAN412 */
export function readNpyHeader(file: string): NpyHeader {
  const { shape, kind } = readLayout(file);
  return { file, shape, kind };
}

/** Reads the array of a file. @throws GanspecError GAN401, GAN403, GAN405, GAN412 */
export function readNpy(file: string): NpyArray {
  const { shape, kind, littleEndian, start } = readLayout(file);
  const bytes = readWhole(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const read = readers[kind];
  return { file, shape, kind, at: (i) => read(view, i, littleEndian) };
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
  if (!isNpy || head.length < 12) throw npyError(file, 'is no NumPy file');
  const first = head[6] === 1 ? 10 : 12;
  const start = first + (first === 10 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > head.length) throw dataError('GAN403', `${file}: ends in its header`);
  const text = Buffer.from(head.subarray(first, start)).toString('utf8');
  const descr = /'descr': *'([<>|=])([a-z]\d+)'/.exec(text);
  const sizes = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1];
  if (!descr || sizes === undefined) throw npyError(file, 'does not hold plain numbers');
  const [, order = '', kind = ''] = descr;
  if (!isKind(kind)) {
    const hint = kind.startsWith('f') ? "Save array.astype('float32')." : undefined;
    throw npyError(file, `holds numbers of kind ${kind}`, hint);
  }
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  if (/'fortran_order': *True/.test(text) && shape.length > 1) {
    throw npyError(file, 'is in column-major order', 'Save numpy.ascontiguousarray(array).');
  }
  if (shape.length === 0) throw npyError(file, 'holds one number without axes');
  if (shape.includes(0)) throw npyError(file, `is empty, [${shape.join(', ')}]`);
  const wanted = start + sizeOf(shape) * Number(kind.slice(1));
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

function npyError(file: string, what: string, hint?: string): Error {
  return dataError('GAN412', `${file}: ${what}`, hint);
}
