import { schemas, type NoiseDataset } from '../generated/datasets.js';
import { sizeOf } from '../ir/tensorType.js';
import { drawCategory, drawInto } from '../random/draw.js';
import { defineDataset, type DatasetDescription } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';

type Options = HostConfig<NoiseDataset>;

/** Uniform noise of any shape, for benchmarks and tests. */
export const noise = defineDataset<NoiseDataset>({
  type: 'noise',
  schema: schemas.noise,
  describe,
  /** Sample i is drawn at step i of the stream `data/noise` on each read; nothing is kept in memory. */
  open(config, { seed }) {
    const size = sizeOf(config.shape);
    const { classes } = config;
    const [low, high] = config.range;
    const values = { kind: 'uniform', low, high } as const;
    return {
      ...describe(config),
      read(indices, out) {
        for (let i = 0; i < indices.length; i++) {
          const sample = out.subarray(i * size, (i + 1) * size);
          drawInto(sample, values, config.shape, {
            seed,
            stream: 'data/noise',
            step: indices[i] ?? 0,
          });
        }
      },
      ...(classes !== null && {
        readLabels(indices: ArrayLike<number>, out: Int32Array) {
          for (let i = 0; i < indices.length; i++) {
            const step = indices[i] ?? 0;
            drawCategory(out.subarray(i, i + 1), classes, {
              seed,
              stream: 'data/noise/classes',
              step,
            });
          }
        },
      }),
    };
  },
});

function describe({ shape, range, count, classes }: Options): DatasetDescription {
  return { shape, range, count, classes };
}
