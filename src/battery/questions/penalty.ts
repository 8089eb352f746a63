/** Questions about penalties. */
import { tf } from '../../tf.js';
import { notFinite, runOn } from '../runOn.js';
import { penaltyContext, scalarOf, tensorOf } from '../contexts.js';
import { derivativeObjection, type ScalarFunction } from '../derivatives.js';
import type { Example } from '../example.js';
import type { Question } from '../finding.js';
import { probeNumbers } from '../probeNumbers.js';
import { recorded } from '../recorded.js';

type Penalty = Example<'penalty'>;

const batch = 3;
const variables = [
  { name: 'real', shape: [batch, 2, 2, 1] },
  { name: 'fake', shape: [batch, 2, 2, 1] },
  { name: 'inner', shape: [4, 3] },
  { name: 'outer', shape: [3, 1] },
];

/** The value of a penalty on D(x) = tanh(x · inner) · outer. */
function valueOf({ entry, config }: Penalty): ScalarFunction {
  return (recorder, [real, fake, inner, outer]) => {
    if (!real || !fake || !inner || !outer) throw new TypeError('four tensors were declared');
    const context = penaltyContext(recorder, real, fake, (x) =>
      tf.matMul(tf.tanh(tf.matMul(tf.reshape(x, [batch, 4]), inner)), outer),
    );
    return scalarOf(entry.value?.(context, config));
  };
}

function derivative(order: 'first' | 'second'): Question<Penalty> {
  return {
    hook: 'value',
    question: `has the ${order} derivative by samples and weights that finite differences show`,
    fix: 'Take derivatives with context.gradient, and keep roots away from zero: sqrt(x + 1e-12).',
    objection: (penalty) =>
      penalty.entry.value && derivativeObjection(order, variables, valueOf(penalty)),
  };
}

/** What is asked of every penalty. */
export const penaltyQuestions: readonly Question<Penalty>[] = [
  {
    hook: 'value',
    question: 'adds a value to the loss or projects parameters',
    fix: 'Define `value`, `project` or both.',
    objection: ({ entry }) => (entry.value || entry.project ? undefined : 'it does neither'),
  },
  {
    hook: 'value',
    question: 'is a finite scalar, also for samples of ±100, in float32',
    fix: 'Give a mean over the batch.',
    objection: async (penalty) => {
      if (!penalty.entry.value) return undefined;
      const graph = recorded((recorder) => {
        const inputs = variables.map(({ name, shape }) =>
          recorder.input(name, { dtype: 'float32', shape }, 'feed'),
        );
        return [{ name: 'it', kind: 'result', tensor: valueOf(penalty)(recorder, inputs) }];
      });
      for (const size of [0, 1, 100]) {
        const feeds = graph.inputs.map(({ name, value }): [string, ArrayLike<number>] => {
          const count = graph.types[value]?.shape.reduce((a, b) => a * b, 1) ?? 1;
          const sample = name === 'real' || name === 'fake';
          return [name, probeNumbers(count, name, sample ? -size : 0, sample ? size : 1)];
        });
        const found = notFinite(await runOn('tfjs', graph, new Map(feeds)));
        if (found !== undefined) return `for samples within ±${size} ${found}`;
      }
      return undefined;
    },
  },
  derivative('first'),
  derivative('second'),
  {
    hook: 'project',
    question: 'gives each parameter finite numbers of its own shape',
    fix: 'Return a tensor of the shape of the parameter.',
    objection: async ({ entry, config }) => {
      const { project } = entry;
      if (!project) return undefined;
      for (const shape of [[6], [4, 3], [3, 3, 2, 4]]) {
        const graph = recorded((recorder) => {
          const parameter = recorder.input('it', { dtype: 'float32', shape }, 'feed');
          const tensor = tensorOf(project(parameter, config));
          if (tensor.shape.join() !== shape.join()) {
            throw new TypeError(`[${shape.join(', ')}] becomes [${tensor.shape.join(', ')}]`);
          }
          return [{ name: 'it', kind: 'result', tensor }];
        });
        const count = shape.reduce((a, b) => a * b, 1);
        const numbers = probeNumbers(count, 'parameter', -3, 3);
        const found = notFinite(await runOn('tfjs', graph, new Map([['it', numbers]])));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  },
];
