import { describe, expect, it } from 'vitest';
import type { TensorData } from '../../../src/ir/tensorType.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { drawInto } from '../../../src/random/draw.js';
import type { AugmentStep } from '../../../src/language/normalSpec.js';
import { onEveryEngine } from '../../conformance/engines.js';
import { numbersOf, tensor } from '../../conformance/tensors.js';
import { augmentedGraph, change, feedsOf, only, type Numbers } from '../augmentedImages.js';

const shape = [2, 3, 3, 3];
const images = Array.from({ length: 54 }, (_, at) => Math.fround(Math.sin(at)));

/** The inputs of a first step: images and random numbers. */
function feedsAtStart(
  { inputs }: ReturnType<typeof augmentedGraph>,
  given: TensorData,
): ReadonlyMap<string, TensorData> {
  const drawn = inputs.flatMap(({ name, shape: own, source }) => {
    if (source.kind !== 'random') return [];
    const data = new Float32Array(own.reduce((product, one) => product * one, 1));
    drawInto(data, source.distribution, own, { seed: 1, stream: name, step: 0 });
    return [[name, tensor('float32', own, data)] as const];
  });
  return new Map([['images', given], ...drawn]);
}

describe('the chance of a change', () => {
  it('decides for each image and each change apart', () => {
    const policy = {
      ...only('fractionalTranslation', 'lumaFlip', 'normalBrightness'),
      probability: 0.5,
    };
    const { images: changed } = change(policy, [2, 1, 3, 1], [0.1, 0.2, 0.3, 0.1, 0.2, 0.3], {
      'fractionalTranslation/chance': [0.49, 0.5],
      'fractionalTranslation/columns': [1 / 3, 1 / 3],
      'fractionalTranslation/rows': [0, 0],
      'lumaFlip/chance': [0.9, 0.2],
      'lumaFlip/side': [1, 1],
      'normalBrightness/chance': [0.1, 0.1],
      'normalBrightness/shift': [0.5, 0.25],
    });
    expect(changed).toEqual([0.7, 0.6, 0.7, 0.15, 0.05, -0.05]);
  });

  it('is that of either of the two rotations around an anisotropic scale', () => {
    const policy = only('rotation', 'anisotropicScale');
    const numbers = {
      'firstRotation/angle': [Math.PI / 2, Math.PI / 2],
      'firstRotation/chance': [0.49, 0.51],
      'secondRotation/angle': [Math.PI, Math.PI],
      'secondRotation/chance': [0.51, 0.49],
      'anisotropicScale/exponent': [0, 0],
      'anisotropicScale/chance': [0, 0],
    };
    const ways = [1, 2, 3, 4, 1, 2, 3, 4];
    const turned = [2, 4, 1, 3, 4, 3, 2, 1];
    // 1 − √(1 − 0.75) = ½
    const fixed = change({ ...policy, probability: 0.75 }, [2, 2, 2, 1], ways, numbers);
    expect(fixed.images).toEqual(turned);
    const probability = { type: 'linear', from: 0, to: 1, steps: 4 } as const;
    const { graph } = augmentedGraph({ ...policy, probability }, [2, 2, 2, 1]);
    const now = ['training/augment/probability', Float64Array.of(0.75)] as const;
    const driven = interpret(graph, new Map([...feedsOf(ways, numbers), now]));
    expect([...(driven.get('images') ?? [])].map(Math.round)).toEqual(turned);
  });

  const everything: readonly AugmentStep[] = ['ada', 'color', 'translation', 'cutout'];
  onEveryEngine((engine) => {
    it('of 0 leaves images as they are, to the last bit', async () => {
      const augmentation = augmentedGraph({ policy: [...everything], probability: 0 }, shape);
      const session = await engine.prepare([augmentation.graph], { threads: 1 });
      const found = await session.run(
        'augmented',
        feedsAtStart(augmentation, tensor('float32', shape, images)),
      );
      expect(numbersOf(found, 'images')).toEqual(images);
      await session.dispose();
    });

    it('of ½ gives the same images as in float64', async () => {
      const augmentation = augmentedGraph({ policy: [...everything], probability: 0.5 }, shape);
      const feeds = feedsAtStart(augmentation, tensor('float32', shape, images));
      const session = await engine.prepare([augmentation.graph], { threads: 1 });
      const found = numbersOf(await session.run('augmented', feeds), 'images');
      const exact = [...feeds].map(([name, { data }]) => [name, Float64Array.from(data)] as const);
      const expected = [...(interpret(augmentation.graph, new Map(exact)).get('images') ?? [])];
      expect(found).toEqual(expected.map((value): unknown => expect.closeTo(value, 5)));
      expect(found).not.toEqual(images);
      await session.dispose();
    });
  });
});

describe('the numbers drawn', () => {
  const count = 4000;
  /** Mean and deviation over many images, of what `measure` finds in each. @param one The image before the change. */
  function spreadOf(
    step: AugmentStep,
    own: Numbers,
    one: Numbers,
    measure: (changed: Numbers) => number,
  ): Numbers {
    const augmentation = augmentedGraph(only(step), [count, ...own]);
    const many = Array.from({ length: count }, () => one).flat();
    const feeds = feedsAtStart(augmentation, tensor('float32', [count, ...own], many));
    const exact = [...feeds].map(([name, { data }]) => [name, Float64Array.from(data)] as const);
    const all = [...(interpret(augmentation.graph, new Map(exact)).get('images') ?? [])];
    const found = Array.from({ length: count }, (_, at) =>
      measure(all.slice(at * one.length, (at + 1) * one.length)),
    );
    const mean = found.reduce((sum, value) => sum + value, 0) / count;
    return [mean, Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count)];
  }

  const difference = ([a = 0, b = 0]: Numbers): number => b - a;
  const line = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
  const nextToMiddle = (changed: Numbers): number => difference(changed.slice(4, 6));
  // Deviations of Karras et al. 2020, appendix B, or of ±1 and of cosines. The mean of 4000 numbers strays by 0.016 of
  // their deviation, and so does no more than that the deviation found.
  it.each<[AugmentStep, Numbers, Numbers, number, (changed: Numbers) => number]>([
    ['scale', [1, 9, 1], line, 0.2, (x) => -Math.log2(nextToMiddle(x))],
    ['anisotropicScale', [1, 9, 1], line, 0.2, (x) => -Math.log2(nextToMiddle(x))],
    ['fractionalTranslation', [1, 9, 1], line, 9 / 8, (x) => -(x[4] ?? 0)],
    ['normalBrightness', [1, 1, 1], [0], 0.2, ([x = 0]) => x],
    ['logNormalContrast', [1, 1, 1], [1], 0.5, ([x = 0]) => Math.log2(x)],
    ['logNormalSaturation', [1, 1, 3], [0, 1, 0.5], 1, (x) => Math.log2(difference(x))],
    ['lumaFlip', [1, 1, 1], [1], 1, ([x = 0]) => x],
    ['hue', [1, 1, 3], [0, 1, 0.5], Math.SQRT1_2, difference],
  ])('of %s lie around 0 as widely as they should', (step, own, one, deviation, measure) => {
    const [mean = NaN, stddev = NaN] = spreadOf(step, own, one, measure);
    expect(Math.abs(mean / deviation)).toBeLessThan(0.05);
    expect(Math.abs(stddev / deviation - 1)).toBeLessThan(0.05);
  });
});
