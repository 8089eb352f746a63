import { expect, it } from 'vitest';
import { pictureRange } from '../../../src/runs/pictures/pictureRange.js';

it.each([
  ['the bounds of the data', { range: [0, 1], extent: [0.2, 0.3] }, [0, 1]],
  [
    'the least and the greatest value where there are no bounds',
    { range: null, extent: [0, 255] },
    [0, 255],
  ],
  ['[-1, 1] where nothing is known', { range: null }, [-1, 1]],
  ['[-1, 1] where all values are the same', { range: null, extent: [3, 3] }, [-1, 1]],
  [
    'the least and the greatest value where a bound is infinite',
    { range: [0, Infinity], extent: [0, 9] },
    [0, 9],
  ],
] as const)('pictures are drawn in %s', (_, data, expected) => {
  expect(pictureRange(data)).toEqual(expected);
});
