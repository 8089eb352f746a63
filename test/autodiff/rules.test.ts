import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import { rules } from '../../src/autodiff/rules/rules.js';
import { tf, type Tensor } from '../../src/tf.js';
import { record, type Recorder } from '../../src/trace/record.js';
import {
  differentiated,
  expectGradients,
  type ScalarFunction,
} from '../oracle/finiteDifferences.js';
import { interpret } from '../../src/oracle/interpret.js';
import {
  caseFeeds,
  caseGraph,
  caseInputNames,
  caseTitle,
  kernelCases,
  type KernelCase,
} from '../oracle/kernelCases.js';

const outputShape = (one: KernelCase) => caseGraph(one).types.at(-1)?.shape ?? [];

/** Float32 inputs are variables; the others are fed as they are. */
function variablesOf(one: KernelCase) {
  const names = caseInputNames(one);
  return one.inputs.flatMap(({ dtype, shape }, place) =>
    dtype === 'float32' ? [{ name: names[place] ?? '', shape }] : [],
  );
}

/** The kernel's output as a float32 tensor, from the variables in order. */
function kernelOf(one: KernelCase, recorder: Recorder, variables: readonly Tensor[]): Tensor {
  const names = caseInputNames(one);
  const waiting = [...variables];
  const inputs = one.inputs.map(
    ({ dtype, shape }, place) =>
      (dtype === 'float32' ? waiting.shift() : undefined) ??
      recorder.input(names[place] ?? '', { dtype, shape }, 'feed'),
  );
  return tf.cast(recorder.emit(one.kernel, inputs, one.attributes), 'float32');
}

/** The weighted sum of the kernel's output; the weights are the last variable, so that linear kernels have second derivatives too. */
function weightedSum(one: KernelCase): ScalarFunction {
  return (recorder, variables) => {
    const weights = variables.at(-1);
    if (weights === undefined) throw new Error('no weights');
    return tf.sum(tf.mul(kernelOf(one, recorder, variables.slice(0, -1)), weights));
  };
}

function weighted(one: KernelCase) {
  const shape = outputShape(one);
  const y = interpret(caseGraph(one), caseFeeds(one)).get('y') ?? new Float64Array();
  const weights = y.map((_, place) => Math.sin(place + 1) + 0.1);
  return {
    variables: [...variablesOf(one), { name: 'weights', shape }],
    feeds: new Map([...caseFeeds(one), ['weights', weights]]),
  };
}

const flows = (one: KernelCase) =>
  rules[one.kernel] !== 'zero' && caseGraph(one).types.at(-1)?.dtype === 'float32';
const smooth = kernelCases.filter((one) => flows(one) && variablesOf(one).length > 0);
const flat = kernelCases.filter((one) => !flows(one) && variablesOf(one).length > 0);
const titled = (cases: readonly KernelCase[]) => cases.map((one) => [caseTitle(one), one] as const);

describe.each(titled(smooth))('the gradient of %s', (_, one) => {
  const { variables, feeds } = weighted(one);
  const f = weightedSum(one);

  it('equals finite differences', () => {
    expectGradients(variables, f, feeds);
  });

  it('has a gradient that equals finite differences', () => {
    expectGradients(variables, differentiated(f), feeds);
  });
});

const thirdOrder = new Set([
  'Multiply',
  'RealDiv',
  'Tanh',
  'Sigmoid',
  'Softplus',
  'Exp',
  'Erf',
  'Rsqrt',
  'Elu',
  'BatchMatMul',
]);
const third = smooth.filter(({ kernel }) => thirdOrder.has(kernel));

describe.each(titled(third))('the second gradient of %s', (_, one) => {
  it('has a gradient that equals finite differences', () => {
    const { variables, feeds } = weighted(one);
    expectGradients(variables, differentiated(differentiated(weightedSum(one))), feeds);
  });
});

describe.each(titled(flat))('the gradient of %s', (_, one) => {
  it('is zero', () => {
    const variables = variablesOf(one);
    const graph = record('zero', (recorder) => {
      const inputs = variables.map(({ name, shape }) =>
        recorder.input(name, { dtype: 'float32', shape }, 'feed'),
      );
      const y = kernelOf(one, recorder, inputs);
      return gradients(recorder, y, inputs).map((tensor, place) => ({
        name: `d${place}`,
        kind: 'result',
        tensor,
      }));
    });
    const constants = new Map(graph.constants.map(({ value, content }) => [value, content]));
    expect(graph.outputs.map(({ value }) => constants.get(value))).toEqual(
      variables.map(() => ({ fill: 0 })),
    );
    expect(graph.outputs.map(({ value }) => graph.types[value]?.shape)).toEqual(
      variables.map(({ shape }) => shape),
    );
  });
});
