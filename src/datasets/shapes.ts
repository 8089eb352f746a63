import { schemas, type ShapesDataset } from '../generated/datasets.js';
import { sizeOf } from '../ir/tensorType.js';
import { drawInto } from '../random/draw.js';
import { defineDataset, type DatasetDescription } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { shapeDistances } from './shared/shapeDistances.js';

type Options = HostConfig<ShapesDataset>;

/** Radius of the smallest and of the largest shape, as a fraction of the image's shorter side. */
const [smallest, largest] = [0.2, 0.4];
/** Brightness of the darkest colour, on a scale from 0 to 1. */
const darkest = 0.4;
/** Kind, radius, two coordinates and three brightnesses. */
const drawsPerImage = 7;

/**
 * Filled shapes on a dark background; the class of an image is its shape. Shape, size, position and colour are uniformly
 * distributed. Image i is drawn at step i of the stream `data/shapes` on each read; nothing is kept in memory.
 */
export const shapes = defineDataset<ShapesDataset>({
  type: 'shapes',
  schema: schemas.shapes,
  describe,
  open(config, { seed }) {
    const description = describe(config);
    const size = sizeOf(description.shape);
    const draws = new Float32Array(drawsPerImage);
    const uniform = { kind: 'uniform', low: 0, high: 1 } as const;
    const draw = (step: number): Float32Array => {
      drawInto(draws, uniform, [drawsPerImage], { seed, stream: 'data/shapes', step });
      return draws;
    };
    return {
      ...description,
      read(indices, out) {
        for (let i = 0; i < indices.length; i++) {
          paint(draw(indices[i] ?? 0), config, out.subarray(i * size, (i + 1) * size));
        }
      },
      readLabels(indices, out) {
        for (let i = 0; i < indices.length; i++) out[i] = classOf(draw(indices[i] ?? 0), config);
      },
    };
  },
});

function describe({ size, channels, shapes, count, range, flip }: Options): DatasetDescription {
  const [height, width] = sides(size);
  return {
    shape: [height, width, channels],
    range,
    flip,
    count,
    classes: shapes.length,
    classList: shapes.map((name) => ({ name })),
  };
}

function sides(size: number | readonly number[]): readonly [height: number, width: number] {
  const [height = 1, width = height] = typeof size === 'number' ? [size] : size;
  return [height, width];
}

function classOf([kind = 0]: Float32Array, { shapes }: Pick<Options, 'shapes'>): number {
  return Math.floor(kind * shapes.length);
}

/** Paints an image; the shape covers a fraction of each pixel, ½ minus its centre's signed distance, clipped to [0, 1]. */
function paint(draws: Float32Array, config: Options, out: Float32Array): void {
  const [, u = 0, across = 0, down = 0, ...colour] = draws;
  const { channels, range, shapes } = config;
  const [height, width] = sides(config.size);
  const radius = (smallest + (largest - smallest) * u) * Math.min(height, width);
  const x = radius + across * (width - 2 * radius);
  const y = radius + down * (height - 2 * radius);
  const distance = shapeDistances[shapes[classOf(draws, config)] ?? 'circle'];
  const [low, high] = range;
  for (let pixel = 0; pixel < height * width; pixel++) {
    const column = (pixel % width) + 0.5;
    const row = Math.floor(pixel / width) + 0.5;
    const covered = Math.min(Math.max(0.5 - distance(column - x, row - y, radius), 0), 1);
    for (let channel = 0; channel < channels; channel++) {
      const brightness = covered * (darkest + (1 - darkest) * (colour[channel] ?? 0));
      out[pixel * channels + channel] = low + (high - low) * brightness;
    }
  }
}
