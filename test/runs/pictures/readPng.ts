import { crc32, inflateSync } from 'node:zlib';

/** A decoded PNG file of 8 bits a channel whose rows are not filtered. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  readonly colourType: number;
  readonly rows: readonly (readonly number[])[];
}

/** Reads a PNG file and checks every chunk; an independent reading of the specification. */
export function readPng(file: Uint8Array): DecodedPng {
  const bytes = Buffer.from(file);
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG signature');
  const chunks = new Map<string, Buffer>();
  let at = 8;
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(at + 8 + length)) throw new Error('wrong CRC');
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  if ([...chunks.keys()].join() !== 'IHDR,IDAT,IEND') throw new Error('unexpected chunks');
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colourType, ...rest] = header.subarray(8);
  if (depth !== 8 || rest.join() !== '0,0,0') throw new Error('unexpected header');
  const data = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = 1 + width * (colourType === 2 ? 3 : 1);
  if (data.length !== stride * height) throw new Error('wrong length');
  const rows = Array.from({ length: height }, (_, y) => {
    const [filter, ...row] = data.subarray(y * stride, (y + 1) * stride);
    if (filter !== 0) throw new Error('filtered row');
    return row;
  });
  return { width, height, colourType: colourType ?? NaN, rows };
}
