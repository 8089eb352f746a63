/** Augmentation against numbers that PyTorch computed in float64; see torch_augment.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import { resampleImages } from '../../src/ops/resampleImages.js';
import { interpret } from '../../src/oracle/interpret.js';
import { tf } from '../../src/tf.js';
import { record } from '../../src/trace/record.js';
import { expectNumbers } from '../checks/support/cpu.js';
import { augmentedGraph, feedsOf, only, type Numbers } from '../program/augmentedImages.js';

interface Case {
  /** `[batch, height, width, channels]`. */
  readonly shape: Numbers;
  readonly images: Numbers;
  /** Gradient of half the sum of squares with respect to the input images. */
  readonly gradient: Numbers;
}
interface MapCase extends Case {
  readonly title: string;
  readonly linear: Numbers;
  readonly shift: Numbers;
}

const file = new URL('./augment.expected.json', import.meta.url);
const expected = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly maps: readonly MapCase[];
  readonly draws: Readonly<Record<string, Numbers>>;
  readonly ada: readonly Case[];
};

/** Same as in torch_augment.py. */
function wave(size: number, phase: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => Math.fround(Math.sin(phase + 0.7 * i)));
}

function resamplingGraph({ shape, linear, shift }: MapCase): KernelGraph {
  return record('resampled', (recorder) => {
    const images = recorder.input('images', { dtype: 'float32', shape }, 'feed');
    const constant: Parameters<typeof resampleImages>[2] = (values, own) =>
      recorder.constant({ dtype: 'float32', shape: own, data: Float32Array.from(values) });
    const [batch = 1] = shape;
    const map = { linear: constant(linear, [batch, 2, 2]), shift: constant(shift, [batch, 2, 1]) };
    const result = resampleImages(images, map, constant);
    const [gradient] = gradients(recorder, tf.mul(0.5, tf.sum(tf.square(result))), [images]);
    return [
      { name: 'images', kind: 'result', tensor: result },
      { name: 'gradient', kind: 'result', tensor: gradient ?? images },
    ];
  });
}

function expectCase(
  graph: KernelGraph,
  { shape, images, gradient }: Case,
  draws: Readonly<Record<string, Numbers>>,
): void {
  const found = interpret(graph, feedsOf(wave(sizeOf(shape), 1), draws));
  expectNumbers(found.get('images') ?? [], images, 5);
  expectNumbers(found.get('gradient') ?? [], gradient, 5);
}

describe('resampled images agree with grid_sample', () => {
  it.each(expected.maps)('$title', (each) => {
    expectCase(resamplingGraph(each), each, {});
  });
});

describe('the whole pipeline ada agrees with matrices that are multiplied one by one', () => {
  it.each(expected.ada)('$shape', (each) => {
    const { graph, inputs } = augmentedGraph(only('ada'), each.shape);
    const names = inputs.map(({ name }) => name.replace('augment/', ''));
    const ofColors = each.shape.at(-1) === 1 ? ['hue/angle', 'logNormalSaturation/exponent'] : [];
    expect(names).toEqual(Object.keys(expected.draws).filter((name) => !ofColors.includes(name)));
    expectCase(graph, each, expected.draws);
  });
});
