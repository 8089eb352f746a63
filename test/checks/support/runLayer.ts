/** One layer by itself, run eagerly. */
import './cpu.js';
import type { Shape } from '../../../src/ir/tensorType.js';
import { drawInto } from '../../../src/random/draw.js';
import type { ScheduledDistribution } from '../../../src/entries/config.js';
import type { Interval } from '../../../src/entries/interval.js';
import type { Initialize, LayerEntry } from '../../../src/entries/layer.js';
import type { LayerContext } from '../../../src/entries/layerContext.js';
import type { ParameterSpec } from '../../../src/entries/parameter.js';
import type { Tagged } from '../../../src/entries/tagged.js';
import { entryOf } from '../../../src/entries/entryOf.js';
import { tf, type Tensor } from '../../../src/tf.js';
import { complete, registry } from './complete.js';

/** Options as a spec writes them. */
export type Options = Tagged & Readonly<Record<string, unknown>>;

/** Record of the requests of a layer to its context. */
export interface Asked {
  readonly random: { name: string; shape: Shape; distribution: ScheduledDistribution }[];
  readonly updates: Map<string, Tensor>;
}

export interface RunOptions {
  readonly training?: boolean;
  /** Random inputs by name, or all of them by shape and distribution. */
  readonly random?:
    | Readonly<Record<string, Tensor>>
    | ((shape: Shape, distribution: ScheduledDistribution) => Tensor);
  /** Options as tensors, where a schedule drives them. */
  readonly scheduled?: Readonly<Record<string, Tensor>>;
}

/** A context that gives the tensors it was made with, and keeps what it is told. */
export function layerContext(options: RunOptions, asked: Asked): LayerContext {
  return {
    training: options.training ?? true,
    random: (name, shape, distribution) => {
      asked.random.push({ name, shape, distribution });
      const source = options.random;
      const given = typeof source === 'function' ? source(shape, distribution) : source?.[name];
      if (!given) throw new Error(`the layer asks for "${name}", which the test does not give`);
      return given;
    },
    constant: (values, shape) => tf.tensor([...values], [...shape]),
    stopGradient: (x) => x,
    update: (parameter, value) => {
      asked.updates.set(parameter, value);
    },
    activate: (x, activation) => {
      const config = activation as Tagged;
      return entryOf(registry, 'activation', config.type).apply(x, config);
    },
  };
}

/** Runs a layer on tensors whose first axis is the batch. */
export function runLayer(
  layer: LayerEntry,
  options: Options,
  inputs: Tensor | readonly Tensor[],
  weights: Readonly<Record<string, Tensor>> = {},
  run: RunOptions = {},
): Asked & { readonly y: Tensor } {
  const asked: Asked = { random: [], updates: new Map() };
  const config = { ...complete('layer', options), ...run.scheduled };
  const list = inputs instanceof tf.Tensor ? [inputs] : inputs;
  const y = layer.apply(list, config, weights, layerContext(run, asked));
  return { ...asked, y };
}

/** Output shape of a layer. @param inputs Shapes without the batch axis. */
export function shapeAfter(layer: LayerEntry, options: Options, ...inputs: Shape[]): Shape {
  return layer.outputShape(inputs, complete('layer', options));
}

/** The error that an impossible shape gets, as one text. */
export function refusal(layer: LayerEntry, options: Options, ...inputs: Shape[]): unknown {
  try {
    return shapeAfter(layer, options, ...inputs);
  } catch (error) {
    return error;
  }
}

/** The distribution of an initializer option. */
export const initialize: Initialize = (initializer, shape) => {
  const config = initializer as Tagged;
  return entryOf(registry, 'initializer', config.type).distribution(shape, config);
};

/** Parameters of a layer. @param inputs Shapes without the batch axis. */
export function parametersOf(
  layer: LayerEntry,
  options: Options,
  ...inputs: Shape[]
): readonly ParameterSpec[] {
  return layer.parameters(inputs, complete('layer', options), initialize);
}

/** Operations of one sample's forward pass. */
export function flopsOf(layer: LayerEntry, options: Options, ...inputs: Shape[]): number {
  return layer.flops(inputs, shapeAfter(layer, options, ...inputs), complete('layer', options));
}

/** Bounds of a layer's output. */
export function rangeAfter(layer: LayerEntry, options: Options, input: Interval): Interval {
  return layer.outputRange(input, complete('layer', options));
}

/** First values of a parameter, from a stream of its name. */
export function initialValue({ name, shape, initial }: ParameterSpec): Tensor {
  const size = shape.reduce((product, one) => product * one, 1);
  const values = new Float32Array(size);
  drawInto(values, initial, shape, { seed: 1, stream: name, step: 0 });
  return tf.tensor(values, [...shape]);
}
