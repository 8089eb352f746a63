import { describe, expect, it } from 'vitest';
import { encodeNpy } from '../../../src/runs/pictures/npy.js';

/** numpy.save of (numpy.arange(n, dtype='<f4') − 1.5).reshape(shape), NumPy 2.4.6, in base64. */
const written: readonly (readonly [readonly number[], string])[] = [
  [
    [2, 3],
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMC/AAAAvwAAAD8AAMA/AAAgQAAAYEA=',
  ],
  [
    [4],
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDQsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMC/AAAAvwAAAD8AAMA/',
  ],
  [
    [],
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMC/',
  ],
];

describe('encodeNpy', () => {
  it.each(written)('writes shape %j byte for byte as NumPy does', (shape, expected) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const data = Float32Array.from({ length: size }, (_, i) => i - 1.5);
    expect(Buffer.from(encodeNpy(data, shape)).toString('base64')).toBe(expected);
  });
});
