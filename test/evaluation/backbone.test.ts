import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackbone } from '../../src/api/openBackbone.js';
import { createCompiler } from '../../src/index.js';
import {
  encodeModel,
  type OnnxDimension,
  type OnnxNode,
} from '../../src/lowering/onnx/onnxModel.js';

const folder = mkdtempSync(join(tmpdir(), 'backbone-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const node = (
  opType: string,
  inputs: readonly string[],
  output: string,
  attributes: OnnxNode['attributes'] = {},
): OnnxNode => ({ opType, domain: '', inputs, outputs: [output], attributes, origin: '' });

/** A model of images: `doubled` = 2 · image, and its output `pooled`, the mean of each channel. */
function writeModel(name: string, shape: readonly OnnxDimension[], depthAxis: number): string {
  const model = {
    name,
    inputs: [{ name: 'image', dtype: 'float32', shape }],
    outputs: [{ name: 'pooled', dtype: 'float32', shape: ['n', 'features'] }],
    initializers: [{ name: 'two', dtype: 'float32', shape: [], data: Float32Array.of(2) }],
    nodes: [
      node('Mul', ['image', 'two'], 'doubled'),
      node('ReduceMean', ['doubled'], 'pooled', {
        axes: { ints: [1, 2, 3].filter((axis) => axis !== depthAxis) },
        keepdims: { i: 0 },
      }),
    ],
  } as const;
  const file = join(folder, `${name}.onnx`);
  writeFileSync(file, encodeModel(model));
  return file;
}

const grey = { shape: [2, 2, 1], range: [0, 1], count: 2, classes: null } as const;
const colour = { ...grey, shape: [2, 2, 3] } as const;
const samples = (numbers: readonly number[]) => ({
  count: numbers.length / 4,
  width: 4,
  numbers: Float32Array.from(numbers),
});

describe('a backbone', () => {
  let first = '';
  let last = '';
  beforeAll(() => {
    first = writeModel('channelsFirst', ['n', 3, 4, 4], 1);
    last = writeModel('channelsLast', ['n', 'height', 'width', 3], 3);
  });

  it('reads grey images as three equal channels in its range and size', async () => {
    const backbone = await openBackbone({ file: first }, grey);
    expect(backbone).toMatchObject({
      name: 'channelsFirst.onnx',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      layer: 'pooled',
      preprocessing: '4 × 4 × 3 by bilinear interpolation with antialiasing, values from -1 to 1',
    });
    // Black becomes −1 and white 1, twice that in the model.
    const { features } = await backbone.outputs(samples([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1]));
    await backbone.dispose();
    expect(features).toMatchObject({ count: 3, width: 3 });
    expect([...(features?.numbers ?? [])]).toEqual([-2, -2, -2, 2, 2, 2, 0, 0, 0]);
  });

  it('reads colours, with channels last, in the range and the size that are given', async () => {
    const backbone = await openBackbone({ file: last, range: [0, 255], size: 2 }, colour);
    const numbers = Float32Array.from({ length: 12 }, (_, i) => (i % 3) / 2);
    const { features } = await backbone.outputs({ count: 1, width: 12, numbers });
    await backbone.dispose();
    expect([...(features?.numbers ?? [])]).toEqual([0, 255, 510]);
  });

  it('compares a tensor inside, averaged over rows and columns', async () => {
    for (const [file, size] of [
      [first, undefined],
      [last, 4],
    ] as const) {
      const backbone = await openBackbone(
        { file, layer: 'doubled', range: [0, 1], ...(size && { size }) },
        grey,
      );
      const { features } = await backbone.outputs(samples([0, 0, 1, 1]));
      await backbone.dispose();
      expect(backbone.layer).toBe('doubled');
      expect([...(features?.numbers ?? [])]).toEqual([1, 1, 1]);
    }
  });

  it.each([
    ['has no tensor "none"', () => openBackbone({ file: first, layer: 'none' }, grey)],
    ['leaves the size of its images open', () => openBackbone({ file: last }, grey)],
    [
      'cannot have images with values from 1 to 0',
      () => openBackbone({ file: first, range: [1, 0] }, grey),
    ],
    ['cannot be read: ENOENT', () => openBackbone({ file: join(folder, 'none.onnx') }, grey)],
    [
      'reads images, and samples have the shape [2]',
      () => openBackbone({ file: first }, { ...grey, shape: [2] }),
    ],
    [
      'is no model that onnxruntime runs',
      () => {
        const file = join(folder, 'text.onnx');
        writeFileSync(file, 'no model');
        return openBackbone({ file }, grey);
      },
    ],
    [
      'reads image: float32 [n, 7, 5, 5], not one batch of images',
      () => openBackbone({ file: writeModel('deep', ['n', 7, 5, 5], 1) }, grey),
    ],
  ])('is refused where it %s', async (reason, open) => {
    await expect(open()).rejects.toMatchObject({
      code: 'GAN543',
      exitCode: 2,
      message: expect.stringContaining(reason) as string,
    });
  });

  it('stands in for the classifier in evaluations, which name it', async () => {
    const compiler = createCompiler();
    const gan = compiler.compile(
      JSON.stringify({
        version: 1,
        name: 'tiny',
        data: 'shapes',
        latent: { dim: 2 },
        generator: {
          layers: [
            { type: 'dense', units: 32 * 32 * 3, activation: 'tanh' },
            { type: 'reshape', shape: [32, 32, 3] },
          ],
        },
        discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
        monitor: { metrics: [{ type: 'frechetDistance', features: 'features' }] },
      }),
    );
    const session = await gan.prepare();
    const backbone = { file: first, layer: 'pooled' };
    const evaluation = await gan.evaluate(session, { count: 50, backbone });
    await session.dispose();
    expect(evaluation.backbone).toMatchObject({ name: 'channelsFirst.onnx', layer: 'pooled' });
    const [distance] = evaluation.metrics;
    expect(distance).toMatchObject({ compared: 'features', count: 50 });
    expect(distance?.value).toBeGreaterThan(0);
  });
});
