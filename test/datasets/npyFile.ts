/** Bytes of a NumPy file, as numpy.save writes it. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  data: Uint8Array,
  { fortran = false, version = 1 } = {},
): Buffer {
  const order = fortran ? 'True' : 'False';
  const header = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': (${shape.join(', ')},), }\n`;
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(header.length);
  else length.writeUInt32LE(header.length);
  return Buffer.concat([
    Buffer.from('\x93NUMPY', 'latin1'),
    Uint8Array.of(version, 0),
    length,
    Buffer.from(header),
    data,
  ]);
}

/** Bytes of a zip archive of empty files, as numpy.savez and torch.save write archives; without checksums. */
export function zipBytes(names: readonly string[]): Buffer {
  const local = names.map((name) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const directory = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(name.length, 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(local).length, 16);
  return Buffer.concat([...local, ...directory, end]);
}
