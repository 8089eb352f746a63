/** Causes of divergence, found by repeating the run. */
import { expect, it } from 'vitest';
import { createCompiler, defineDataset, type Entry } from '../../../src/index.js';
import { tinySpec } from '../../program/tinyGan.js';
import { bareSchema } from '../../entries/bareSchema.js';

const points = { shape: [2], range: null, count: 16, classes: null };

/** Points of which the tenth is none. */
const holed = defineDataset({
  type: 'test/holed',
  schema: bareSchema('test/holed', 'HoledDataset'),
  describe: () => points,
  open: () => ({
    ...points,
    read: (indices, numbers) => {
      Array.from(indices, (index, row) =>
        numbers.fill(index === 10 ? NaN : 1, 2 * row, 2 * row + 2),
      );
    },
  }),
});

/** The error that ends a run of one thread. */
async function errorOf(changes: object, plugins: readonly Entry[] = []): Promise<unknown> {
  // A word of a plugin is not among the types of built-in ones.
  const spec = { ...tinySpec(), ...changes };
  const gan = createCompiler({ plugins }).compile(spec);
  try {
    for await (const { type } of gan.train({ engine: 'tfjs', threads: 1 }))
      expect(type).not.toBe('end');
  } catch (error) {
    return error;
  }
  return undefined;
}

const slow = { type: 'sgd', learningRate: 1e-4 };
const optimizers = { generator: slow, discriminator: slow };

it('a bad number in the data is found in the input of the step', async () => {
  const training = { batchSize: 2, steps: 8 };
  const error = await errorOf({ data: { type: 'test/holed' }, training, optimizers }, [holed]);
  expect(error).toMatchObject({
    code: 'GAN501',
    exitCode: 5,
    hint: 'The data set "test/holed" gives numbers that are not finite, in its sample 10 (counted from 0): mend the data, or leave that sample out.',
  });
  expect(String(error)).toMatch(
    /^GanspecError: training diverged at step (\d): .*realScore = NaN.*; the first bad tensor is input "real" of the discriminator step of iteration \1 \(a batch of the data set\)$/,
  );
});

it('a layer whose output overflows is named, with its place in the spec', async () => {
  const layers = [
    { type: 'dense', units: 2, useBias: false, name: 'huge' },
    { type: 'dense', units: 2, name: 'last' },
  ];
  const initial = { type: 'constant', value: 1e30 };
  const error = await errorOf({
    optimizers,
    generator: { layers: layers.map((layer) => ({ ...layer, kernelInitializer: initial })) },
  });
  expect(error).toMatchObject({ code: 'GAN501', exitCode: 5 });
  expect(String(error)).toContain(
    'f32[2,2], of layer "last" of the generator (/generator/layers/1), in the forward pass of the discriminator step of iteration 1',
  );
});

it('weights that the last update has made infinite end the run, which no metric shows', async () => {
  const error = await errorOf({
    data: { type: 'ring', count: 16, radius: 1000 },
    training: { batchSize: 2, steps: 1, first: 'generator' },
    optimizers: { generator: slow, discriminator: { type: 'sgd', learningRate: 3e38 } },
  });
  expect(error).toMatchObject({ code: 'GAN501', exitCode: 5 });
  expect(String(error)).toMatch(
    /step 1: the state has numbers that are not finite, in discriminator\/dense_0\/kernel; the first bad tensor is the output of \w+, f32\[2,1\], of layer "dense_0" of the discriminator \(\/discriminator\/layers\/0\), in the gradients or the update of the discriminator step of iteration 1$/,
  );
});
