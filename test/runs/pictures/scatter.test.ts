import { describe, expect, it } from 'vitest';
import { scatterPlot } from '../../../src/runs/pictures/scatter.js';

const grey = '176,176,176';
const red = '214,39,40';
const white = '255,255,255';

function pixelAt({ width, pixels }: ReturnType<typeof scatterPlot>, x: number, y: number): string {
  return pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3).join();
}

function countOf({ pixels }: ReturnType<typeof scatterPlot>, colour: string): number {
  let count = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    if (pixels.subarray(i, i + 3).join() === colour) count++;
  }
  return count;
}

/** Corners of the square from −1 to 1: they lie 15 % of 512 pixels from the edges. */
const corners = Float32Array.of(-1, -1, 1, 1, -1, 1, 1, -1);

describe('scatterPlot', () => {
  it('fits the real points with a margin, y upwards', () => {
    const plot = scatterPlot(Float32Array.of(-1, -1, 1, 1), new Float32Array());
    expect([plot.width, plot.height, plot.channels]).toEqual([512, 512, 3]);
    // 256 ∓ 0.7·256 = 76.8 and 435.2.
    expect(pixelAt(plot, 76, 435)).toBe(grey);
    expect(pixelAt(plot, 435, 76)).toBe(grey);
    expect(pixelAt(plot, 76, 76)).toBe(white);
    expect(countOf(plot, grey)).toBe(18);
  });

  it('fits the generated points where there are no real ones, and leaves out those that are not finite', () => {
    const generated = Float32Array.of(-5, -5, 5, 5, NaN, 0, Infinity, 0);
    const plot = scatterPlot(new Float32Array(), generated);
    expect([pixelAt(plot, 76, 435), pixelAt(plot, 435, 76)]).toEqual([red, red]);
    expect(countOf(plot, red)).toBe(18);
  });

  it('draws generated points over real ones', () => {
    const plot = scatterPlot(corners, Float32Array.of(1, 1, 0, 0));
    expect(pixelAt(plot, 435, 76)).toBe(red);
    expect(pixelAt(plot, 256, 256)).toBe(red);
    expect([countOf(plot, grey), countOf(plot, red)]).toEqual([27, 18]);
  });

  it('leaves out points beyond the edges and points that are no numbers', () => {
    const plot = scatterPlot(corners, Float32Array.of(9, 0, 0, -9, NaN, 0, 0, Infinity));
    expect(countOf(plot, red)).toBe(0);
  });

  it('fits the points that it is told to fit, as far as they are finite', () => {
    const far = Float32Array.of(-9, 0, 9, 0, NaN, 0, 0, Infinity);
    const plot = scatterPlot(corners, far, undefined, far);
    expect([pixelAt(plot, 76, 256), pixelAt(plot, 435, 256)]).toEqual([red, red]);
    expect([countOf(plot, grey), countOf(plot, red)]).toEqual([36, 18]);
  });

  it('puts equal points in the middle', () => {
    const plot = scatterPlot(Float32Array.of(3, 4, 3, 4), new Float32Array());
    expect(pixelAt(plot, 256, 256)).toBe(grey);
  });
});
