import { describe, expect, it } from 'vitest';
import { sizeOf, type Shape } from '../../src/ir/tensorType.js';
import type { ScheduledDistribution } from '../../src/entries/config.js';
import type { ParameterSpec } from '../../src/entries/parameter.js';
import { tf, type Tensor } from '../../src/tf.js';
import { expectNumbers, irregular } from './support/cpu.js';
import { layerProbes, type LayerProbe } from './support/probes.js';
import { initialize, initialValue, layerContext, type Asked } from './support/runLayer.js';

interface Setting {
  readonly training: boolean;
  readonly batch: number;
}

interface Run extends Asked {
  readonly y: Tensor;
}

/** Values within [-1, 1]; the first samples are the same in a batch of any size. */
function inputsOf(shapes: readonly Shape[], batch: number): Tensor[] {
  return shapes.map((shape) => tf.div(irregular([batch, ...shape]), 11));
}

function parametersOf({ entry, config, inputs }: LayerProbe): readonly ParameterSpec[] {
  return entry.parameters(inputs, config, initialize);
}

function run(probe: LayerProbe, { training, batch }: Setting): Run {
  const asked: Asked = { random: [], updates: new Map() };
  const weights = Object.fromEntries(
    parametersOf(probe).map((one) => [one.name, initialValue(one)]),
  );
  const context = layerContext({ training, random: drawn }, asked);
  const y = probe.entry.apply(inputsOf(probe.inputs, batch), probe.config, weights, context);
  return { ...asked, y };
}

/** Zeros and ones, or numbers in [0, 1), for whoever asks; the first samples are the same in a batch of any size. */
function drawn(shape: Shape, { kind }: ScheduledDistribution): Tensor {
  const numbers = irregular(shape);
  return kind === 'bernoulli' ? tf.greater(numbers, -4) : tf.div(tf.add(numbers, 11), 23);
}

describe.each(layerProbes())('layer $title', (probe) => {
  const { entry, config, inputs } = probe;

  it('mixes the samples of a batch where it says so, and nowhere else', () => {
    const size = sizeOf(entry.outputShape(inputs, config));
    const alone = run(probe, { training: true, batch: 1 }).y.dataSync();
    const inBatch = run(probe, { training: true, batch: 3 }).y.dataSync().slice(0, size);
    const difference = Math.max(...alone.map((value, i) => Math.abs(value - (inBatch[i] ?? NaN))));
    if (entry.acrossBatch) expect(difference).toBeGreaterThan(0.01);
    else expect(difference).toBeLessThan(1e-6);
  });

  it('gives the same numbers when run again, and leaves no tensor behind', () => {
    const first = run(probe, { training: true, batch: 2 }).y.dataSync();
    const before = tf.memory().numTensors;
    const second = tf.tidy(() => run(probe, { training: true, batch: 2 }).y.dataSync());
    expect(tf.memory().numTensors).toBe(before);
    expectNumbers(second, [...first], 6);
  });
});
