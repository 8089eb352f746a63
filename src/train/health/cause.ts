/** The first tensor that was not finite in a run that has diverged. */
import { players } from '../../entries/player.js';
import type { NormalSpec } from '../../language/normalSpec.js';
import type { NotFinite } from '../executor/firstNotFinite.js';
import type { RunContext } from '../monitors/monitor.js';
import type { FailedRun } from '../session.js';

/** Last iterations that are repeated with checks: bad numbers show at the latest when they are used again. */
const examined = 2;

/**
 * Repeats the run from the newest state that was kept, and looks into the last iterations.
 * @returns A phrase that names the tensor; undefined where the repetition stays finite.
 */
export async function causeOf(
  run: Pick<RunContext, 'session' | 'kept' | 'spec' | 'program'>,
): Promise<string | undefined> {
  const { session, kept } = run;
  const good = kept.last;
  if (!good) return undefined;
  const end = session.step + (session.unfinished.runs > 0 ? 1 : 0);
  await session.restoreState(good.state, good.unfinished);
  while (session.step < end - examined) await session.iterate();
  while (session.step < end) {
    const failed = await session.examineIteration();
    if (failed) return causeText(run, failed, session.step + 1);
  }
  return undefined;
}

function causeText(
  { spec, program }: Pick<RunContext, 'spec' | 'program'>,
  { step, found }: FailedRun,
  iteration: number,
): string | undefined {
  if (!found) return undefined;
  const where = `of the ${step} step of iteration ${iteration}`;
  if (found.kind === 'node') return `the first bad tensor is ${nodeText(spec, found)} ${where}`;
  if (found.kind === 'state')
    return `state tensor ${found.name} was bad before the ${where.slice(7)}`;
  const input = program.inputs.find(
    ({ graph, name }) => graph.startsWith(step) && name === found.name,
  );
  return `the first bad tensor is input "${found.name}" ${where} (${input?.meaning ?? 'given'})`;
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
