/** Writes NumPy files. @source NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", version 1.0 */
import type { Shape } from '../../ir/tensorType.js';

/** The bytes of an npy file: float32, little-endian, last axis fastest. */
export function encodeNpy(data: Float32Array, shape: Shape): Uint8Array {
  const axes = shape.length === 1 ? `${shape.join()},` : shape.join(', ');
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${axes}), }`;
  // The data starts at a multiple of 64: 10 bytes before the header, a line feed after its padding.
  const headerLength = Math.ceil((10 + header.length + 1) / 64) * 64 - 10;
  const out = Buffer.alloc(10 + headerLength + 4 * data.length);
  out.write('\x93NUMPY\x01\x00', 'latin1');
  out.writeUInt16LE(headerLength, 8);
  out.write(`${header.padEnd(headerLength - 1)}\n`, 10, 'latin1');
  const view = new DataView(out.buffer, out.byteOffset + 10 + headerLength);
  data.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return out;
}
