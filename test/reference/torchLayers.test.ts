/** Outputs of layers against numbers that PyTorch computed in float64; see torch_layers.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/ir/tensorType.js';
import { entryOf } from '../../src/entries/entryOf.js';
import { tf, type Tensor } from '../../src/tf.js';
import { registry } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';
import {
  initialValue,
  parametersOf,
  runLayer,
  shapeAfter,
  type Options,
} from '../checks/support/runLayer.js';

interface Case {
  readonly options: Options;
  readonly inputs: readonly Shape[];
  readonly weights: Readonly<Record<string, Shape>>;
  readonly shape: Shape;
  readonly output: readonly number[];
}

const file = new URL('./layers.expected.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];

/** Same as `wave` in torch_layers.py. */
function wave(shape: Shape, phase: number): Tensor {
  const size = shape.reduce((product, one) => product * one, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(phase + 0.7 * i)),
    [...shape],
  );
}

describe('the output agrees with PyTorch', () => {
  it.each(cases)('$options on $inputs', ({ options, inputs, weights, shape, output }) => {
    const layer = entryOf(registry, 'layer', options.type);
    const samples = inputs.map((one) => one.slice(1));
    const parameters = parametersOf(layer, options, ...samples);
    const trained = parameters.filter(({ trainable }) => trainable);
    expect(Object.fromEntries(trained.map((one) => [one.name, one.shape]))).toEqual(weights);
    const given = Object.fromEntries([
      ...parameters.map((one) => [one.name, initialValue(one)] as const),
      ...Object.entries(weights).map(([name, one], i) => [name, wave(one, 10 + i)] as const),
    ]);
    const { y } = runLayer(layer, options, inputs.map(wave), given);
    expectTensor(y, shape, output);
    expect(shapeAfter(layer, options, ...samples)).toEqual(shape.slice(1));
  });
});
