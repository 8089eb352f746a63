import { expect, it } from 'vitest';
import { principalDirections, type LatentMap } from '../../src/directions/principalDirections.js';

/** A kernel of the numbers that a function has at 0, 1, 2, … */
function map(
  wave: (at: number) => number,
  shape: readonly number[],
  axis: number,
  places: readonly number[],
): LatentMap {
  const size = shape.reduce((product, each) => product * each, 1);
  const data = Float32Array.from({ length: size }, (_, at) => wave(at));
  return { kernel: { dtype: 'float32', shape, data }, axis, places };
}

it('finds what numpy finds for a dense layer and a transposed convolution together', () => {
  // a = np.sin(np.arange(24)).reshape(4, 6); k = np.cos(np.arange(48)).reshape(2, 2, 3, 4), both in float32;
  // b = np.moveaxis(k, 3, 0).reshape(4, 12); r = np.zeros((4, 12)); r[3], r[0], r[1] = b[0], b[1], b[3];
  // A = np.concatenate([a, r], 1); np.linalg.eigh(A @ A.T), vectors with their largest number positive.
  const expected = [
    [
      16.30152585454035,
      0.5346305362409294,
      [0.5767485615251685, -0.34401859225700687, 0.1813553932944047, 0.7184166801259473],
    ],
    [
      10.974438893670717,
      0.35992153145788597,
      [0.4046967742676316, 0.8229738668053546, 0.39744813893844666, -0.03113699258407876],
    ],
    [
      3.210228910065796,
      0.10528378870537357,
      [0.7077010716978394, -0.15894673575606377, -0.43338765961109627, -0.5348553681202404],
    ],
    [
      0.005004934977689061,
      0.00016414359581116246,
      [0.05235275344957426, -0.42320344744512783, 0.7882387548669586, -0.4436639455743424],
    ],
  ] as const;
  const found = principalDirections(4, [
    map(Math.sin, [4, 6], 0, [0, 1, 2, 3]),
    map(Math.cos, [2, 2, 3, 4], 3, [3, 0, -1, 1]),
  ]);
  expect(found).toHaveLength(4);
  expected.forEach(([eigenvalue, share, vector], at) => {
    const one = found[at];
    expect(one?.eigenvalue).toBeCloseTo(eigenvalue, 10);
    expect(one?.share).toBeCloseTo(share, 12);
    vector.forEach((value, place) => {
      expect(one?.vector[place]).toBeCloseTo(value, 8);
    });
  });
});

it('has no direction with more than nothing where no map changes', () => {
  const found = principalDirections(2, []);
  expect(found.map(({ eigenvalue, share }) => [eigenvalue, share])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
