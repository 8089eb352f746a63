/** Bytes of a wav file with a format chunk, a chunk of odd length and a data chunk. */
export function wavBytes(
  { tag = 1, bits = 16, channels = 1, rate = 8000, frameBytes = undefined as number | undefined },
  sound: Uint8Array,
  declaredLength = sound.length,
): Buffer {
  const stride = frameBytes ?? (channels * bits) / 8;
  const format = Buffer.alloc(16);
  format.writeUInt16LE(tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * stride, 8);
  format.writeUInt16LE(stride, 12);
  format.writeUInt16LE(bits, 14);
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('LIST', Buffer.from('odd')),
    chunk('data', sound, declaredLength),
  ]);
  return Buffer.concat([chunk('RIFF', body)]);
}

function chunk(name: string, content: Uint8Array, declaredLength = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name);
  head.writeUInt32LE(declaredLength, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
