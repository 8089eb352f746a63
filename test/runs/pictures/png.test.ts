import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/runs/pictures/png.js';
import { readPng } from './readPng.js';

describe('encodePng', () => {
  it('writes grey pixels row by row', () => {
    const pixels = Uint8Array.of(0, 50, 100, 150, 200, 255);
    expect(readPng(encodePng({ width: 3, height: 2, channels: 1, pixels }))).toEqual({
      width: 3,
      height: 2,
      colourType: 0,
      rows: [
        [0, 50, 100],
        [150, 200, 255],
      ],
    });
  });

  it('writes red, green and blue', () => {
    const pixels = Uint8Array.of(255, 0, 0, 0, 255, 1);
    expect(readPng(encodePng({ width: 1, height: 2, channels: 3, pixels }))).toEqual({
      width: 1,
      height: 2,
      colourType: 2,
      rows: [
        [255, 0, 0],
        [0, 255, 1],
      ],
    });
  });
});
