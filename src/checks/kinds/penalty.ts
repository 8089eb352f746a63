/** Checks of penalties. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import type { PenaltyContext } from '../../entries/penalty.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { interpret } from '../../oracle/interpret.js';
import { penaltyContext } from '../../program/penaltyContext.js';
import { tf, type Tensor } from '../../tf.js';
import { notFinite, runOn } from '../runOn.js';
import { lossContext, scalarOf, tensorOf } from '../contexts.js';
import { hookResult } from '../hookResult.js';
import { derivativeFailure } from '../derivatives.js';
import { declare, type ScalarFunction, type Variable } from '../directions.js';
import type { Example } from '../example.js';
import { probeInputs } from '../penaltyProbe.js';
import type { Check, Failure } from '../check.js';
import { probeNumbers } from '../probeNumbers.js';
import { recorded } from '../recorded.js';
import { graphConfig, scheduledFailure, takesTensors } from '../scheduled.js';

type Penalty = Example<'penalty'>;

const batch = 3;
const variablesOf = (samples: number): readonly Variable[] => [
  { name: 'real', shape: [samples, 2, 2, 1] },
  { name: 'fake', shape: [samples, 2, 2, 1] },
  { name: 'latent', shape: [samples, 2] },
  { name: 'mapping', shape: [2, 4] },
  { name: 'inner', shape: [4, 3] },
  { name: 'outer', shape: [3, 1] },
];
const variables = variablesOf(batch);

/**
 * The sum of a penalty's values for each of its networks, with D(x) = tanh(x · inner) · outer and
 * G(z) = tanh(z · mapping). For the generator's loss G makes the samples.
 * @param onPass Called for each pass of a network, and for each gradient.
 */
function valueOf(penalty: Penalty, onPass: () => void = () => undefined): ScalarFunction {
  return (recorder, [real, fake, latent, mapping, inner, outer]) => {
    if (!real || !fake || !latent || !mapping || !inner || !outer) {
      throw new TypeError('six tensors were declared');
    }
    const { entry, config } = penalty;
    const features = (x: Tensor) => tf.tanh(tf.matMul(tf.reshape(x, [-1, 4]), inner));
    const styleOf = (z: Tensor) => tf.matMul(z, mapping);
    const drawn = (style: Tensor) => tf.reshape(tf.tanh(style), real.shape);
    const style = styleOf(latent);
    const discriminator = (x: Tensor) => tf.matMul(features(x), outer);
    const kernelsOf = { generator: { mapping }, discriminator: { inner, outer } };
    const options = graphConfig(penalty, recorder);
    const terms = lossContext(recorder, Object.keys(entry.state(config)));
    const values = entry.networks(config).map((network) => {
      const samples = network === 'generator' ? drawn(style) : fake;
      const inputs = probeInputs({
        network,
        real,
        fake: samples,
        latent,
        discriminator,
        generator: (z) => drawn(styleOf(z)),
        features,
        style,
        kernels: kernelsOf[network],
      });
      const context = withPasses(penaltyContext(recorder, terms, inputs), onPass);
      return scalarOf(entry.value?.(context, options));
    });
    return values.reduce((sum, value) => tf.add(sum, value));
  };
}

function withPasses(context: PenaltyContext, onPass: () => void): PenaltyContext {
  const { discriminator, generator, gradient } = context;
  const noted =
    <A extends readonly unknown[]>(compute: (...given: A) => Tensor) =>
    (...given: A): Tensor => {
      onPass();
      return compute(...given);
    };
  return {
    ...context,
    discriminator: noted(discriminator),
    generator: noted(generator),
    gradient: noted(gradient),
  };
}

function passesFailure(penalty: Penalty): Failure {
  const { entry, config } = penalty;
  const numbers = Object.values(entry.passes(config));
  const wrong = numbers.find((each) => !Number.isSafeInteger(each) || each < 0);
  if (wrong !== undefined) return `one of them is ${wrong}`;
  let made = 0;
  recorded((recorder) => {
    const count = (): void => void (made += 1);
    const tensor = entry.value && valueOf(penalty, count)(recorder, declare(recorder, variables));
    return tensor ? [{ name: 'it', kind: 'result', tensor }] : [];
  });
  const declared = numbers.reduce((sum, each) => sum + each, 0);
  return declared <= made ? undefined : `it declares ${declared}, and value makes ${made}`;
}

function valueGraph(penalty: Penalty, samples = batch): KernelGraph {
  return recorded((recorder) => {
    const tensor = valueOf(penalty)(recorder, declare(recorder, variablesOf(samples)));
    return [{ name: 'it', kind: 'result', tensor }];
  });
}

/** The value for a batch that is repeated so many times, random numbers of its samples included. */
function valueOfCopies(penalty: Penalty, copies: number): number {
  const samples = copies * batch;
  const graph = valueGraph(penalty, samples);
  const feeds = graph.inputs.map(({ name, value }): [string, Float64Array] => {
    const { dtype, shape } = graph.types[value] ?? { dtype: 'float32', shape: [] };
    const rows = shape[0] === samples ? copies : 1;
    const once = probeNumbers(sizeOf(shape) / rows, name, name.includes('/') ? 0 : -1, 1);
    const numbers = Float64Array.from(once, (u) => (dtype === 'bool' ? Number(u > 0.5) : u));
    return [
      name,
      Float64Array.from({ length: sizeOf(shape) }, (_, i) => numbers[i % numbers.length] ?? NaN),
    ];
  });
  return interpret(graph, new Map(feeds)).get('it')?.[0] ?? NaN;
}

/**
 * A failure message where the value grows with the batch. One that compares samples may change a little, as a mean over all
 * pairs does, ever less from copy to copy.
 */
function growthFailure(penalty: Penalty): Failure {
  const { value, perSample } = penalty.entry;
  if (!value) return undefined;
  const [copies, tolerance] = perSample ? [1, 1e-9] : [4, 0.25];
  const [once, twice] = [copies, 2 * copies].map((count) => valueOfCopies(penalty, count));
  if (once === undefined || twice === undefined) return undefined;
  if (!Number.isFinite(once)) return `it is no finite number: ${once}`;
  return Math.abs(twice - once) <= tolerance * Math.max(Math.abs(once), 1e-3)
    ? undefined
    : `it is ${once} for ${copies * batch} samples, and ${twice} for the same ones twice over`;
}

/** The graph of a parameter's projection. */
function projection(penalty: Penalty, shape: Shape): KernelGraph {
  return recorded((recorder) => {
    const parameter = recorder.input('it', { dtype: 'float32', shape }, 'feed');
    const options = graphConfig(penalty, recorder);
    const tensor = tensorOf(penalty.entry.project?.(parameter, options));
    if (tensor.shape.join() !== shape.join()) {
      throw new TypeError(`[${shape.join(', ')}] becomes [${tensor.shape.join(', ')}]`);
    }
    return [{ name: 'it', kind: 'result', tensor }];
  });
}

function derivative(order: 'first' | 'second'): Check<Penalty> {
  return {
    hook: 'value',
    claim: `has the ${order} derivative by samples and weights that finite differences show`,
    fix: 'Take derivatives with context.gradient, and keep roots away from zero: sqrt(x + 1e-12).',
    run: (penalty) => penalty.entry.value && derivativeFailure(order, variables, valueOf(penalty)),
  };
}

export const penaltyChecks: readonly Check<Penalty>[] = [
  ...['needsImages', 'networks', 'passes', 'state'].map((hook) => hookResult<Penalty>(hook)),
  {
    hook: 'value',
    claim: 'adds a value to the loss or projects parameters',
    fix: 'Define `value`, `project` or both.',
    run: ({ entry }) => (entry.value || entry.project ? undefined : 'it does neither'),
  },
  {
    hook: 'value',
    claim: 'is a finite scalar, also for samples of ±100, in float32',
    fix: 'Give a mean over the batch.',
    run: async (penalty) => {
      if (!penalty.entry.value) return undefined;
      const graph = valueGraph(penalty);
      for (const size of [0, 1, 100]) {
        const feeds = graph.inputs.map(({ name, value }): [string, ArrayLike<number>] => {
          const count = graph.types[value]?.shape.reduce((a, b) => a * b, 1) ?? 1;
          const sample = name === 'real' || name === 'fake' || name === 'latent';
          return [name, probeNumbers(count, name, sample ? -size : 0, sample ? size : 1)];
        });
        const found = notFinite(await runOn('tfjs', graph, new Map(feeds)));
        if (found !== undefined) return `for samples within ±${size} ${found}`;
      }
      return undefined;
    },
  },
  {
    hook: 'value',
    claim:
      'is the same for a batch and for that batch twice over, or nearly so where it compares samples',
    fix: 'Take means over the batch, not sums; set `perSample: false` where samples are compared.',
    run: growthFailure,
  },
  {
    hook: 'passes',
    claim: 'are whole numbers, and no more than the passes and gradients of value',
    fix: 'Count the calls of context.discriminator, context.generator and context.gradient, or fewer.',
    run: passesFailure,
  },
  {
    hook: 'value',
    ...takesTensors,
    run: (penalty) => penalty.entry.value && scheduledFailure(penalty, variables, valueGraph),
  },
  derivative('first'),
  derivative('second'),
  {
    hook: 'project',
    claim: 'gives each parameter finite numbers of its own shape',
    fix: 'Return a tensor of the shape of the parameter.',
    run: async (penalty) => {
      if (!penalty.entry.project) return undefined;
      for (const shape of [[6], [4, 3], [3, 3, 2, 4]]) {
        const graph = projection(penalty, shape);
        const count = shape.reduce((a, b) => a * b, 1);
        const numbers = probeNumbers(count, 'parameter', -3, 3);
        const found = notFinite(await runOn('tfjs', graph, new Map([['it', numbers]])));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  },
  {
    hook: 'project',
    ...takesTensors,
    run: (penalty) =>
      penalty.entry.project &&
      scheduledFailure(penalty, [{ name: 'it', shape: [4, 3] }], (one) => projection(one, [4, 3])),
  },
];
