/** The classifiers that come with ganspec, on images that they were not trained on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBuiltInClassifier } from '../../src/api/builtInClassifier.js';
import { createCompiler } from '../../src/index.js';
import { packageFolder } from '../../src/packageFolder.js';

const compiler = createCompiler();
const description = { shape: [28, 28, 1], range: [-1, 1], count: 1000, classes: 10 } as const;

/** The number of samples whose largest logit is that of their class. */
function rightAnswers(logits: Float32Array, labels: ArrayLike<number>, classes: number): number {
  return Array.from(labels).filter((label, i) => {
    const row = logits.subarray(classes * i, classes * (i + 1));
    return row.indexOf(Math.max(...row)) === label;
  }).length;
}

describe('the classifier of mnist', () => {
  it('tells at least 98 % of a thousand test images', async () => {
    const data = { type: 'mnist', split: 'test' };
    const gan = compiler.compile(
      compiler.read('gan-mnist', { set: [`data=${JSON.stringify(data)}`] }),
    );
    const classifier = await openBuiltInClassifier(data, description, (spec) => {
      expect(spec.kind).toBe('object');
      const text = readFileSync(join(packageFolder, 'classifiers/mnist/spec.json'), 'utf8');
      return compiler.compile(text, { data: { description } }).prepareClassifier();
    });
    const { data: numbers, labels = [] } = await gan.real(1000);
    const found = await classifier?.outputs({ count: 1000, width: 784, numbers });
    await classifier?.dispose();
    const { logits = { numbers: new Float32Array() } } = found ?? {};
    const right = rightAnswers(logits.numbers, labels, 10);
    // 99.50 % of all test images; five standard errors of a thousand are 1.1 %.
    expect(right).toBeGreaterThan(980);
    expect(found?.features?.width).toBe(128);
    expect(classifier).toMatchObject({ name: 'mnist-classifier', accuracy: 0.995 });
  });

  it('tells the three digits of at least 94 % of stacked images', async () => {
    const data = { type: 'stackedMnist', count: 300 };
    const gan = compiler.compile(
      compiler.read('stacked-mnist', { set: [`data=${JSON.stringify(data)}`] }),
    );
    const dataset = await gan.openDataset();
    const classifier = await openBuiltInClassifier(data, dataset, (_spec, images) => {
      expect(images).toMatchObject({ shape: [28, 28, 1], classes: 10 });
      const text = readFileSync(join(packageFolder, 'classifiers/mnist/spec.json'), 'utf8');
      return compiler.compile(text, { data: { description: images } }).prepareClassifier();
    });
    const { data: numbers, labels = [] } = await gan.real(300);
    const found = await classifier?.outputs({ count: 300, width: 3 * 784, numbers });
    await classifier?.dispose();
    const logits = found?.logits?.numbers ?? new Float32Array();
    const right = rightAnswers(logits, labels, 1000);
    // 98.5 % where 99.50 % of single digits are told; five standard errors of 300 are 3.5 %.
    expect(right).toBeGreaterThan(285);
    expect(found?.features?.width).toBe(3 * 128);
    expect(classifier?.accuracy).toBeCloseTo(0.995 ** 3, 12);
  });

  it.each([
    [
      'larger',
      'stylegan2-small',
      { resize: 32 },
      '28 × 28 × 1 by bilinear interpolation with antialiasing',
    ],
    ['with another range', 'gan-mnist', { range: [0, 1] }, 'values from -1 to 1'],
  ])('tells 480 of 500 images that are %s', async (_, preset, options, preprocessing) => {
    const data = { type: 'mnist', split: 'test', limit: 500, ...options };
    const gan = compiler.compile(compiler.read(preset, { set: [`data=${JSON.stringify(data)}`] }));
    const dataset = await gan.openDataset();
    const classifier = await openBuiltInClassifier(data, dataset, (_spec, images) => {
      const text = readFileSync(join(packageFolder, 'classifiers/mnist/spec.json'), 'utf8');
      return compiler.compile(text, { data: { description: images } }).prepareClassifier();
    });
    const { data: numbers, labels = [] } = await gan.real(500);
    const width = numbers.length / 500;
    const found = await classifier?.outputs({ count: 500, width, numbers });
    await classifier?.dispose();
    const logits = found?.logits?.numbers ?? new Float32Array();
    const right = rightAnswers(logits, labels, 10);
    expect(right).toBeGreaterThan(480);
    expect(classifier?.preprocessing).toContain(preprocessing);
  });

  it('is not used for other data', async () => {
    const open = (type: string) =>
      openBuiltInClassifier({ type }, description, () =>
        Promise.reject(new Error('it must not be prepared')),
      );
    expect(await open('shapes')).toBeUndefined();
    expect(await open('acme/digits')).toBeUndefined();
  });
});

describe('the classifier of Fashion-MNIST', () => {
  const data = { type: 'fashionMnist', split: 'test' };
  const open = () =>
    openBuiltInClassifier(data, description, (spec) => {
      expect(spec.kind).toBe('object');
      const text = readFileSync(join(packageFolder, 'classifiers/fashionMnist/spec.json'), 'utf8');
      return compiler.compile(text, { data: { description } }).prepareClassifier();
    });

  it('vouches for at least 92 % of the test images, and answers', async () => {
    const classifier = await open();
    const count = 40;
    const numbers = new Float32Array(count * 784).fill(-1);
    const { logits } = (await classifier?.outputs({ count, width: 784, numbers })) ?? {};
    await classifier?.dispose();
    expect(classifier?.accuracy).toBeGreaterThanOrEqual(0.92);
    expect(logits).toMatchObject({ count, width: 10 });
    expect(logits?.numbers.every(Number.isFinite)).toBe(true);
  });

  it.skipIf(!existsSync('/usr/share/datasets/fashion-mnist'))(
    'tells at least 90 % of a thousand test images (where the Debian package is installed)',
    async () => {
      const gan = compiler.compile(
        compiler.read('dcgan-fashion', { set: [`data=${JSON.stringify(data)}`] }),
      );
      const classifier = await open();
      const { data: numbers, labels = [] } = await gan.real(1000);
      const found = await classifier?.outputs({ count: 1000, width: 784, numbers });
      await classifier?.dispose();
      const logits = found?.logits?.numbers ?? new Float32Array();
      const right = rightAnswers(logits, labels, 10);
      // Three standard errors of a thousand are 2.5 %.
      expect(right).toBeGreaterThan(900);
    },
  );
});
