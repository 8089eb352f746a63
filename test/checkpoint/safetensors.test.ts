import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import { GanspecError } from '../../src/diagnostics/errors.js';
import type { TensorData } from '../../src/ir/tensorType.js';

const tensors = new Map<string, TensorData>([
  ['mask', { dtype: 'bool', shape: [3], data: Uint8Array.of(1, 0, 1) }],
  [
    'generator/dense_0/kernel',
    { dtype: 'float32', shape: [2, 3], data: Float32Array.of(1.5, -2, 0, 0.25, 3e38, -0) },
  ],
  ['a/step', { dtype: 'int32', shape: [2], data: Int32Array.of(7, -7) }],
  ['generator/dense_0/bias', { dtype: 'float32', shape: [1], data: Float32Array.of(0.5) }],
  ['scalar', { dtype: 'float32', shape: [], data: Float32Array.of(2) }],
]);

/** safetensors.numpy.save of the same arrays with metadata {"seed": "7"}, safetensors 0.8.0, in base64. */
const written =
  'aAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJzZWVkIjoiNyJ9LCJnZW5lcmF0b3IvZGVuc2VfMC9iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxXSwiZGF0YV9vZmZzZXRzIjpbMCw0XX0sImdlbmVyYXRvci9kZW5zZV8wL2tlcm5lbCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMiwzXSwiZGF0YV9vZmZzZXRzIjpbNCwyOF19LCJzY2FsYXIiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6W10sImRhdGFfb2Zmc2V0cyI6WzI4LDMyXX0sImEvc3RlcCI6eyJkdHlwZSI6IkkzMiIsInNoYXBlIjpbMl0sImRhdGFfb2Zmc2V0cyI6WzMyLDQwXX0sIm1hc2siOnsiZHR5cGUiOiJCT09MIiwic2hhcGUiOlszXSwiZGF0YV9vZmZzZXRzIjpbNDAsNDNdfX0AAAA/AADAPwAAAMAAAAAAAACAPuaxYX8AAACAAAAAQAcAAAD5////AQAB';

/** A file with this header, and so many bytes after it. */
function fileWith(header: string, held: number): Buffer {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Buffer.alloc(held)]);
}

function header(
  entries: Record<string, readonly [dtype: string, shape: number[], offsets: number[]]>,
): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(entries).map(([name, [dtype, shape, offsets]]) => [
        name,
        { dtype, shape, data_offsets: offsets },
      ]),
    ),
  );
}

function failureOf(bytes: Uint8Array): string {
  try {
    readSafetensors(bytes, 'state.safetensors');
  } catch (error) {
    if (error instanceof GanspecError && error.exitCode === 6)
      return `${error.code} ${error.message}`;
    throw error;
  }
  return 'read without an error';
}

describe('writeSafetensors', () => {
  it('writes byte for byte what the library of Hugging Face writes', () => {
    const bytes = writeSafetensors(tensors, { seed: '7' });
    expect(Buffer.from(bytes).toString('base64')).toBe(written);
  });

  it('keeps names that look like numbers in their order', () => {
    const one = { dtype: 'float32', shape: [1], data: Float32Array.of(1) } as const;
    const read = readSafetensors(
      writeSafetensors(
        new Map([
          ['a', one],
          ['7', one],
          ['10', one],
        ]),
      ),
      'x',
    );
    expect([...read.keys()]).toEqual(['10', '7', 'a']);
  });
});

describe('readSafetensors', () => {
  it('reads what the library of Hugging Face writes', () => {
    expect(readSafetensors(Buffer.from(written, 'base64'), 'x')).toEqual(tensors);
  });

  it('reads bytes that start anywhere in memory', () => {
    const bytes = Buffer.concat([Buffer.alloc(3), Buffer.from(written, 'base64')]).subarray(3);
    expect(readSafetensors(bytes, 'x')).toEqual(tensors);
  });

  it('reads back any state', () => {
    const tensor = fc
      .array(fc.float({ noNaN: true }), { maxLength: 20 })
      .map((values): TensorData => ({
        dtype: 'float32',
        shape: [values.length],
        data: Float32Array.from(values),
      }));
    const name = fc.string({ unit: 'binary' }).filter((text) => text !== '__metadata__');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, tensor)), (pairs) => {
        const state = new Map(pairs);
        expect(readSafetensors(writeSafetensors(state), 'x')).toEqual(state);
      }),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'only 0 bytes long'],
    ['a few bytes', Buffer.alloc(5), 'only 5 bytes long'],
    ['an endless header', Buffer.alloc(16, 0xff), 'says its header has 18446744073709551615 bytes'],
    ['a cut header', fileWith(header({}), 0).subarray(0, 9), 'ends in its header'],
    ['text', fileWith('hello', 0), 'its header is not JSON'],
    [
      'bytes that are not UTF-8',
      Buffer.concat([fileWith('"_"', 0).subarray(0, 9), Buffer.of(0xff, 0x22)]),
      'its header is not JSON',
    ],
    ['a number', fileWith('7', 0), 'its header is no object'],
    [
      'a tensor without a place',
      fileWith('{"a":{"dtype":"F32","shape":[1]}}', 4),
      'the header does not describe tensor "a"',
    ],
    [
      'a fractional shape',
      fileWith(header({ a: ['F32', [0.5], [0, 2]] }), 2),
      'the header does not describe tensor "a"',
    ],
    [
      'a negative offset',
      fileWith(header({ a: ['F32', [1], [-4, 0]] }), 0),
      'the header does not describe tensor "a"',
    ],
    [
      'an end before the beginning',
      fileWith(header({ a: ['F32', [1], [4, 0]] }), 4),
      'the header does not describe tensor "a"',
    ],
    [
      'overlapping tensors',
      fileWith(header({ a: ['F32', [2], [0, 8]], b: ['F32', [1], [4, 8]] }), 8),
      'tensor "b" overlaps the one before',
    ],
    [
      'a gap',
      fileWith(header({ a: ['F32', [1], [0, 4]], b: ['F32', [1], [8, 12]] }), 12),
      'tensor "b" leaves a gap',
    ],
    [
      'a file that was cut off',
      fileWith(header({ a: ['F32', [2], [0, 8]] }), 7),
      'the tensors take 8 bytes, but the file holds 7',
    ],
    [
      'something at the end',
      fileWith(header({ a: ['F32', [1], [0, 4]] }), 9),
      'the tensors take 4 bytes, but the file holds 9',
    ],
  ])('refuses %s', (_, bytes, what) => {
    expect(failureOf(bytes)).toBe(`GAN600 state.safetensors: damaged: ${what}`);
  });

  it('refuses a tensor whose shape needs other bytes than it has', () => {
    expect(failureOf(fileWith(header({ a: ['F32', [3, 1], [0, 8]] }), 8))).toBe(
      'GAN600 state.safetensors: damaged: tensor "a" of shape [3, 1] has 8 bytes',
    );
  });

  it('refuses another dtype', () => {
    expect(failureOf(fileWith(header({ a: ['F16', [2], [0, 4]] }), 4))).toBe(
      'GAN601 state.safetensors: tensor "a" has dtype F16; ganspec reads F32, I32 and BOOL',
    );
  });

  it('refuses every file that is cut off anywhere', () => {
    const whole = Buffer.from(written, 'base64');
    for (let length = 0; length < whole.length; length++) {
      expect(failureOf(whole.subarray(0, length))).toMatch(/^GAN600 /);
    }
  });
});
