/** Inputs of a function as Python gets them: random numbers, data, scheduled numbers. */
import type { Distribution } from '../../../random/distribution.js';
import type { ProgramInput } from '../../../program/program.js';
import { atom, functionCall, literalOf, type PythonText } from './expression.js';
import { NoTorchForm } from './noTorchForm.js';
import { snakeCase } from './variables.js';

/**
 * @param draws The source of random numbers.
 * @param scheduled The numbers that schedules give.
 */
export function feedText(
  { name, source }: ProgramInput,
  shape: string,
  draws: string,
  scheduled: string,
): PythonText {
  if (source.kind === 'scalar') return atom(`${scheduled}["${name}"]`);
  if (source.kind === 'data') return atom(snakeCase(name));
  return drawText(source.distribution, draws, `"${name}"`, shape);
}

function drawText(
  distribution: Distribution,
  draws: string,
  name: string,
  shape: string,
): PythonText {
  const { kind } = distribution;
  const numbers = numbersOf(distribution);
  const method = methods[kind];
  if (method === undefined || !numbers) {
    throw new NoTorchForm(`it draws numbers of the distribution "${kind}"`);
  }
  return functionCall(
    `${draws}.${method}`,
    name,
    shape,
    ...numbers.map((each) => literalOf(each).text),
  );
}

const methods: Readonly<Record<string, string>> = {
  normal: 'normal',
  truncatedNormal: 'truncated_normal',
  uniform: 'uniform',
  bernoulli: 'bernoulli',
  oneHot: 'one_hot',
};

/** Numbers of a distribution, where they are not the usual ones. */
function numbersOf(distribution: Distribution): readonly number[] | undefined {
  if ('mean' in distribution) {
    const { mean, stddev } = distribution;
    return mean === 0 && stddev === 1 ? [] : [mean, stddev];
  }
  if ('low' in distribution) {
    const { low, high } = distribution;
    return low === 0 && high === 1 ? [] : [low, high];
  }
  if ('probability' in distribution) return [distribution.probability];
  return distribution.kind === 'oneHot' ? [] : undefined;
}
