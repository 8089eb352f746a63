/** Iterations with all numbers that enter and leave them, by which another program is compared. */
import { InternalError } from '../diagnostics/errors.js';
import type { Interval } from '../entries/interval.js';
import type { TensorData, TensorMap } from '../ir/tensorType.js';
import { zeroTensor } from '../ir/arrays.js';
import { graphOf } from '../program/stepGraphs.js';
import type { Program, ProgramInput } from '../program/program.js';
import { drawInto } from '../random/draw.js';
import { inputsOf } from './feeds/inputs.js';
import type { Session } from './session.js';

/**
 * Runs iterations on random samples in the place of data.
 * @returns `feeds/<step>/<run>/<input>` and `report/<iteration>/<result>`, and the state after the last iteration.
 * @param range Bounds of the samples.
 */
export async function recordIterations(
  session: Session,
  program: Program,
  iterations: number,
  { seed, range: [low, high] }: { readonly seed: number; readonly range: Interval },
): Promise<{ readonly numbers: TensorMap; readonly state: TensorMap }> {
  const numbers = new Map<string, TensorData>();
  const before = await session.readState();
  const runs = new Map(
    program.iteration.map(({ step }) => [
      step,
      before.get(`training/updates/${step}`)?.data[0] ?? 0,
    ]),
  );
  const first = session.step;
  const numberOf = (input: ProgramInput, run: number): TensorData => {
    const { source, name, shape } = input;
    const tensor = zeroTensor(input);
    if (source.kind === 'scalar') throw new InternalError(`${name} is no tensor of a batch`);
    const isLabels = source.kind === 'data' && source.field === 'labels';
    const distribution =
      source.kind === 'random'
        ? source.distribution
        : isLabels
          ? ({ kind: 'oneHot' } as const)
          : ({ kind: 'uniform', low: Math.max(low, -1e3), high: Math.min(high, 1e3) } as const);
    const stream = source.kind === 'random' ? source.stream : `recorded/${source.stream}/${name}`;
    const { every = 1, offset = 0 } = source.kind === 'random' ? source : {};
    drawInto(tensor.data, distribution, shape, { seed, stream, step: run * every + offset });
    return tensor;
  };
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    for (const plan of program.iteration) {
      for (let time = 0; time < plan.times; time += 1) {
        const done = runs.get(plan.step) ?? 0;
        const feeds = inputsOf(program, graphOf(plan, done).name)
          .filter(({ source }) => source.kind !== 'scalar')
          .map((input) => [input.name, numberOf(input, done)] as const);
        const report = await session.run(plan.step, Object.fromEntries(feeds));
        const run = time + iteration * plan.times;
        for (const [name, tensor] of feeds) {
          numbers.set(`feeds/${plan.step}/${run}/${name}`, tensor);
        }
        for (const [name, value] of Object.entries(report)) {
          const data = Float32Array.of(value);
          numbers.set(`report/${iteration}/${name}`, { dtype: 'float32', shape: [], data });
        }
        runs.set(plan.step, done + 1);
      }
    }
    const data = Int32Array.of(first + iteration + 1);
    await session.writeState(new Map([['training/step', { dtype: 'int32', shape: [], data }]]));
  }
  return { numbers, state: await session.readState() };
}
