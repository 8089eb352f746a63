import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, trainClassifier, type ClassifierProgress } from '../../src/index.js';
import { readClassifier } from '../../src/evaluation/savedClassifier.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-classifier-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A classifier of three points of a ring, which lie far apart. */
const spec = {
  name: 'ring-classifier',
  data: { type: 'ring', modes: 3, count: 300 },
  latent: { dim: 1 },
  labels: { generator: 'concat', discriminator: 'auxiliary', features: 'hidden' },
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: {
    layers: [
      { type: 'dense', units: 8, activation: 'tanh', name: 'hidden' },
      { type: 'dense', units: 1 },
    ],
  },
  optimizers: { discriminator: { type: 'adam', learningRate: 0.1 } },
  training: { batchSize: 16, steps: 40 },
  monitor: { logEvery: 20 },
};
const heldOutSpec = { ...spec, data: { ...spec.data, count: 70 } };

describe('trainClassifier', () => {
  it('learns classes that are far apart, and writes what it has learnt', async () => {
    const compiler = createCompiler();
    const gan = compiler.compile(JSON.stringify(spec));
    const heldOut = compiler.compile(JSON.stringify(heldOutSpec));
    const reports: ClassifierProgress[] = [];
    const record = await trainClassifier({
      ...{ gan, heldOut, folder },
      report: (progress) => {
        reports.push(progress);
      },
    });
    expect(reports.map(({ step, steps }) => [step, steps])).toEqual([
      [20, 40],
      [40, 40],
    ]);
    expect(reports[1]?.loss).toBeLessThan((reports[0]?.loss ?? 0) / 2);
    expect(record).toMatchObject({
      name: 'ring-classifier',
      ...{ steps: 40, seed: 0, accuracy: 1 },
      heldOut: { count: 70, data: { type: 'ring', count: 70 } },
      sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
    });
    expect(JSON.parse(readFileSync(join(folder, 'classifier.json'), 'utf8'))).toEqual(record);
  });

  it('gives the same outputs once its weights are read again', async () => {
    appendFileSync(join(folder, 'spec.json'), JSON.stringify(spec));
    const saved = readClassifier(folder);
    const gan = createCompiler().compile(JSON.stringify(spec));
    const classifier = await gan.prepareClassifier();
    await classifier.session.writeState(saved?.weights ?? new Map());
    const { data } = await gan.real(17);
    const { logits, features } = await classifier.classify({ count: 17, width: 2, numbers: data });
    await classifier.dispose();
    expect([logits.count, logits.width, logits.numbers.length]).toEqual([17, 3, 51]);
    expect([features.count, features.width]).toEqual([17, 8]);
    // Outputs of tanh.
    expect(Math.max(...features.numbers.map(Math.abs))).toBeLessThanOrEqual(1);
    // logits = features · kernel + bias of the layer of the classes.
    const kernel = saved?.weights.get('discriminator/labels_classifier/kernel')?.data ?? [];
    const bias = saved?.weights.get('discriminator/labels_classifier/bias')?.data ?? [];
    const first = [0, 1, 2].map((k) =>
      features.numbers
        .subarray(0, 8)
        .reduce((sum, value, i) => sum + value * (kernel[3 * i + k] ?? NaN), bias[k] ?? NaN),
    );
    first.forEach((value, k) => {
      expect(logits.numbers[k]).toBeCloseTo(value, 4);
    });
  });

  it('is not read where its weights are others than those of the record', () => {
    appendFileSync(join(folder, 'weights.safetensors'), ' ');
    expect(() => readClassifier(folder)).toThrow(
      `${join(folder, 'weights.safetensors')}: not the weights that classifier.json vouches for`,
    );
    expect(readClassifier(join(folder, 'elsewhere'))).toBeUndefined();
  });

  it('refuses a spec whose discriminator classifies nothing', async () => {
    const gan = createCompiler().compile('{ "extends": "ring" }');
    await expect(gan.prepareClassifier()).rejects.toMatchObject({
      code: 'GAN321',
      message: 'the discriminator of this spec classifies nothing',
      hint: 'Set "discriminator": "auxiliary" in "labels".',
    });
  });
});
