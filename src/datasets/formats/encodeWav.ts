/** Encodes audio as a wav file with one channel of 16-bit integers. @param sound Values in [-1, 1]; others are clipped. */
export function encodeWav(sound: Float32Array, sampleRate: number): Uint8Array {
  const out = Buffer.alloc(44 + 2 * sound.length);
  out.write('RIFF', 0, 'latin1');
  out.writeUInt32LE(36 + 2 * sound.length, 4);
  out.write('WAVEfmt ', 8, 'latin1');
  out.writeUInt32LE(16, 16);
  // Integer format, one channel; frames and bytes per second; bytes per frame, bits per number.
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(sampleRate, 24);
  out.writeUInt32LE(2 * sampleRate, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36, 'latin1');
  out.writeUInt32LE(2 * sound.length, 40);
  sound.forEach((value, i) => {
    const level = Math.round(value * 2 ** 15);
    out.writeInt16LE(Math.min(Math.max(level, -(2 ** 15)), 2 ** 15 - 1), 44 + 2 * i);
  });
  return out;
}
