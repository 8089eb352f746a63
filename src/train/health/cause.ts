/** The first tensor that was not finite in a run that has diverged. */
import { players } from '../../entries/player.js';
import type { NormalSpec } from '../../language/normalSpec.js';
import type { ProgramInput } from '../../program/program.js';
import type { NotFinite } from '../executor/firstNotFinite.js';
import type { RunContext } from '../monitors/monitor.js';
import type { FailedRun } from '../session.js';
import { batchIndices } from '../feeds/batches.js';
import { batchOf } from '../feeds/feeds.js';
import type { Cause } from './rule.js';

/** Last iterations that are repeated with checks: bad numbers show at the latest when they are used again. */
const examined = 2;

type Run = Pick<RunContext, 'session' | 'kept' | 'spec' | 'program' | 'dataset'>;

/**
 * Repeats the run from the newest state that was kept, and looks into the last iterations.
 * @returns A phrase that names the tensor, and the remedy where it is a batch of the data; undefined where the repetition
 * stays finite.
 */
export async function causeOf(run: Run): Promise<Cause | undefined> {
  const { session, kept } = run;
  const good = kept.last;
  if (!good) return undefined;
  const end = session.step + (session.unfinished.runs > 0 ? 1 : 0);
  await session.restoreState(good.state, good.unfinished);
  while (session.step < end - examined) await session.iterate();
  while (session.step < end) {
    const failed = await session.examineIteration();
    if (failed) return causeOfFailure(run, failed, session.step + 1);
  }
  return undefined;
}

function causeOfFailure(run: Run, failed: FailedRun, iteration: number): Cause | undefined {
  const { step, found } = failed;
  if (!found) return undefined;
  const where = `of the ${step} step of iteration ${iteration}`;
  if (found.kind === 'node')
    return { phrase: `the first bad tensor is ${nodeText(run.spec, found)} ${where}` };
  if (found.kind === 'state')
    return { phrase: `state tensor ${found.name} was bad before the ${where.slice(7)}` };
  const input = run.program.inputs.find(
    ({ graph, name }) => graph.startsWith(step) && name === found.name,
  );
  const meaning = input?.meaning ?? 'given';
  const hint = input && dataHint(run, failed.run, input, found.row);
  return {
    phrase: `the first bad tensor is input "${found.name}" ${where} (${meaning})`,
    ...(hint !== undefined && { hint }),
  };
}

/** The remedy for a batch with bad numbers, which names the sample; undefined for inputs that are no samples. */
function dataHint(
  { spec, program, dataset }: Run,
  run: number,
  { source, ...input }: ProgramInput,
  row: number,
): string | undefined {
  if (source.kind !== 'data') return undefined;
  const indicesOf = batchIndices(dataset.count, program.batchSize, spec.training.seed);
  const sample = indicesOf(batchOf({ ...input, source }, run))[row];
  return `The data set "${spec.data.type}" gives numbers that are not finite, in its sample ${sample} (counted from 0): mend the data, or leave that sample out.`;
}

function nodeText(
  spec: NormalSpec,
  { kernel, origin, type, isAfterLoss }: Extract<NotFinite, { kind: 'node' }>,
): string {
  const part = isAfterLoss ? 'the gradients or the update' : 'the forward pass';
  return `the output of ${kernel}, ${type}, of ${placeText(spec, origin)}, in ${part}`;
}

/** A layer by its name and network, any other part by its JSON Pointer. */
function placeText(spec: NormalSpec, origin: string): string {
  const match = /^\/(\w+)\/layers\/(\d+)/.exec(origin);
  const player = players.find((name) => name === match?.[1]);
  if (!match || !player) return origin === '' ? 'the step itself' : origin;
  const index = Number(match[2]);
  return `layer "${spec[player].layers[index]?.name ?? index}" of the ${player} (${match[0]})`;
}
