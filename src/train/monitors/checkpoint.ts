import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { TensorMap } from '../../ir/tensorType.js';
import { namesText, tensorsNotFinite } from '../tensorsNotFinite.js';
import type { OpenMonitor } from './monitor.js';

/**
 * Keeps the state of the run in its folder: every `monitor.checkpoint.every` iterations, every `minutes`, and at its end. A
 * state with numbers that are not finite is not kept: the run has diverged (GAN501, exit code 5).
 */
export const checkpoint: OpenMonitor = ({ spec, session, folder, resumed, emit, memories }) => {
  if (!folder) return {};
  const { every, minutes, keep } = spec.monitor.checkpoint;
  const moment = (): string => `${session.step}+${session.unfinished.runs}`;
  let kept = resumed ? moment() : undefined;
  let time = performance.now();
  // The last iteration for which all monitors have done their work.
  let done = session.step;
  const write = async (): Promise<void> => {
    if (kept === moment()) return;
    const state = await session.readState();
    const { step, unfinished } = session;
    checkFinite(state, step);
    const file = folder.keepCheckpoint(state, { step, unfinished, monitors: memories() }, keep);
    kept = moment();
    time = performance.now();
    emit({ type: 'checkpoint', step, file });
  };
  const isDue = (): boolean =>
    (every > 0 && session.step % every === 0) ||
    (minutes > 0 && performance.now() - time >= minutes * 60_000);
  return {
    iteration: async () => {
      const isLast = session.step === spec.training.steps;
      if (!isLast && isDue()) await write();
      done = session.step;
    },
    end: write,
    failure: async ({ status }) => {
      if (status === 'diverged' || session.step !== done) return;
      // An earlier checkpoint remains; the error that ended the run is the one to report.
      await write().catch(() => undefined);
    },
  };
};

function checkFinite(state: TensorMap, step: number): void {
  const broken = tensorsNotFinite(state);
  if (broken.length === 0) return;
  throw new GanspecError(
    'GAN501',
    exitCodes.diverged,
    `training diverged at step ${step}: ${broken.length} of ${state.size} tensors have numbers that are not finite: ${namesText(broken)}`,
    'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples, the log and the checkpoints up to here are kept.',
  );
}
