/** Checks of optimizers. */
import { interpret } from '../../oracle/interpret.js';
import { scalarOf, tensorOf } from '../contexts.js';
import type { Example } from '../example.js';
import type { Check } from '../check.js';
import { hookResult } from '../hookResult.js';
import { recorded } from '../recorded.js';

type Optimizer = Example<'optimizer'>;
const shape = [2, 3];

/** The graph of one update, from parameter, gradient, slots and scalars to the next parameter and slots. */
function updateOf({ entry, config }: Optimizer) {
  const scalars = Object.keys(entry.scalars(config, 1));
  const names = entry.slots(config);
  return recorded((recorder) => {
    const input = (name: string, of: readonly number[]) =>
      recorder.input(name, { dtype: 'float32', shape: of }, 'feed');
    const slots = names.map((slot) => [slot, input(`slot ${slot}`, shape)] as const);
    const numbers = scalars.map((name) => [name, scalarOf(input(`scalar ${name}`, []))] as const);
    const next = entry.update(
      input('the parameter', shape),
      input('gradient', shape),
      Object.fromEntries(slots),
      Object.fromEntries(numbers),
    );
    const [declared, given] = [[...names].sort(), Object.keys(next.slots).sort()];
    if (declared.join() !== given.join()) {
      throw new TypeError(`it declares the slots [${declared.join()}] and gives [${given.join()}]`);
    }
    const all = { 'the parameter': next.parameter, ...prefixed(next.slots) };
    return Object.entries(all).map(([name, value]) => {
      const tensor = tensorOf(value);
      if (tensor.shape.join() === shape.join()) return { name, kind: 'result', tensor };
      throw new TypeError(`${name} of shape [2, 3] becomes [${tensor.shape.join(', ')}]`);
    });
  });
}

function prefixed<T>(slots: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [`slot ${name}`, slot]));
}

/** Parameter and slots after a number of updates, in float64. @param gradientAt Gradient at a parameter. */
function after(
  optimizer: Optimizer,
  updates: number,
  start: number,
  gradientAt: (parameter: Float64Array) => Float64Array,
): ReadonlyMap<string, Float64Array> {
  const { entry, config } = optimizer;
  const graph = updateOf(optimizer);
  let state: ReadonlyMap<string, Float64Array> = new Map([
    ...entry.slots(config).map((slot) => [`slot ${slot}`, new Float64Array(6)] as const),
    ['the parameter', new Float64Array(6).fill(start)] as const,
  ]);
  for (let update = 1; update <= updates; update += 1) {
    const scalars = Object.entries(entry.scalars(config, update)).map(
      ([name, value]) => [`scalar ${name}`, Float64Array.of(value)] as const,
    );
    const gradient = gradientAt(state.get('the parameter') ?? new Float64Array(6));
    state = interpret(graph, new Map([...state, ...scalars, ['gradient', gradient]]));
  }
  return state;
}

export const optimizerChecks: readonly Check<Optimizer>[] = [
  hookResult('slots'),
  {
    hook: 'scalars',
    claim: 'has the same finite numbers whenever an update is asked for',
    fix: 'Compute the numbers from the options and the number of the update alone, which counts from 1.',
    run: ({ entry, config }) => {
      const updates = [1, 2, 1000, 1e7];
      const scalarsOf = (order: readonly number[]) =>
        new Map(order.map((update) => [update, entry.scalars(config, update)]));
      const [forward, backward] = [scalarsOf(updates), scalarsOf(updates.toReversed())];
      for (const update of updates) {
        const numbers = Object.entries(forward.get(update) ?? {});
        const wrong = numbers.find(([, value]) => !Number.isFinite(value));
        if (wrong) return `"${wrong[0]}" is ${wrong[1]} at update ${update}`;
        if (JSON.stringify(forward.get(update)) !== JSON.stringify(backward.get(update))) {
          return `the numbers of update ${update} depend on what was asked before`;
        }
      }
      return undefined;
    },
  },
  {
    hook: 'update',
    claim: 'steps against gradients of 1, -1, 0.001 and -1000, from 0',
    fix: 'Subtract what is computed from the gradient.',
    run: (optimizer) => {
      for (const gradient of [1, -1, 1e-3, -1e3]) {
        const constant = () => new Float64Array(6).fill(gradient);
        const parameter = after(optimizer, 1, 0, constant).get('the parameter')?.[0] ?? NaN;
        if (Math.sign(parameter) !== -Math.sign(gradient)) {
          return `a gradient of ${gradient} moves it by ${parameter}`;
        }
      }
      return undefined;
    },
  },
  {
    hook: 'update',
    claim: 'descends on ½·θ² from 1 in 100 updates, and every slot stays finite',
    fix: 'Try smaller steps; give examples with learning rates that converge there.',
    run: (optimizer) => {
      const end = after(optimizer, 100, 1, (parameter) => parameter);
      for (const [name, values] of end) {
        if (!values.every(Number.isFinite)) return `${name} is ${values.join(', ')}`;
      }
      const parameter = end.get('the parameter')?.[0] ?? NaN;
      return Math.abs(parameter) < 1 ? undefined : `it ends at ${parameter}`;
    },
  },
];
