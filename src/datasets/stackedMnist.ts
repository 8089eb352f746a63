import { schemas, type StackedMnistDataset } from '../generated/datasets.js';
import { sizeOf } from '../ir/tensorType.js';
import { drawCategory } from '../random/draw.js';
import {
  defineDataset,
  type LoadedDataset,
  type DatasetContext,
  type DatasetDescription,
} from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { deliveredShape } from './images/imageForm.js';
import { mnist } from './mnist.js';

type Options = HostConfig<StackedMnistDataset>;

/**
 * Stacked MNIST: three random digits of MNIST as the red, green and blue channel of one image, with the class
 * 100·red + 10·green + blue: a thousand countable modes. The digits depend on the seed.
 * @source Metz et al. 2016 (Unrolled GAN), arXiv:1611.02163, section 3.3.1; Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1
 */
export const stackedMnist = defineDataset<StackedMnistDataset>({
  type: 'stackedMnist',
  schema: schemas.stackedMnist,
  describe,
  async open(config, context) {
    const digits = await openDigits(config, context);
    const drawn = new Int32Array(3 * config.count);
    const at = { seed: context.seed, stream: 'data/stackedMnist/digits', step: 0 };
    drawCategory(drawn, digits.count, at);
    const description = describe(config);
    const size = sizeOf(digits.shape);
    const planes = new Float32Array(3 * size);
    const triple = (index: number): Int32Array => drawn.subarray(3 * index, 3 * index + 3);
    return {
      ...description,
      read(indices, out) {
        for (let i = 0; i < indices.length; i++) {
          digits.read(triple(indices[i] ?? 0), planes);
          for (let j = 0; j < 3 * size; j++) {
            out[3 * i * size + j] = planes[(j % 3) * size + Math.floor(j / 3)] ?? 0;
          }
        }
      },
      readLabels(indices, out) {
        const labels = new Int32Array(3);
        for (let i = 0; i < indices.length; i++) {
          digits.readLabels?.(triple(indices[i] ?? 0), labels);
          out[i] = labels.reduce((number, digit) => 10 * number + digit, 0);
        }
      },
    };
  },
});

function describe(config: Options): DatasetDescription {
  const { range, flip, count } = config;
  return { shape: deliveredShape([28, 28, 3], config), range, flip, count, classes: 1000 };
}

function openDigits(
  { split, range, resize }: Options,
  context: DatasetContext,
): Promise<LoadedDataset> {
  const digits = {
    type: mnist.type,
    split,
    classes: null,
    limit: null,
    flip: false,
    range,
    resize,
  };
  return mnist.open(digits, context);
}
