/**
 * Records of TensorFlow: length and bytes, each with a checksum.
 * @source github.com/tensorflow/tensorflow, tensorflow/core/lib/io/record_writer.h
 */

/** The bytes of a record: length (8 bytes), its checksum (4), data, their checksum (4), numbers with the lowest byte first. */
export function recordOf(data: Uint8Array): Buffer {
  const record = Buffer.alloc(16 + data.length);
  record.writeBigUInt64LE(BigInt(data.length), 0);
  record.writeUInt32LE(masked(crc32c(record.subarray(0, 8))), 8);
  record.set(data, 12);
  record.writeUInt32LE(masked(crc32c(data)), 12 + data.length);
  return record;
}

/** A checksum of checksums would be weak, so stored ones are turned and shifted. */
function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}

/** The polynomial of Castagnoli, its bits backwards. */
const polynomial = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

/** The checksum CRC-32C. @source RFC 3720, appendix B.4 */
export function crc32c(data: Uint8Array): number {
  let checksum = 0xffffffff;
  for (const byte of data) checksum = (table[(checksum ^ byte) & 255] ?? 0) ^ (checksum >>> 8);
  return (checksum ^ 0xffffffff) >>> 0;
}
