import type { NormalSpec } from '../normalSpec.js';
import type { RuleContext } from './resolveContext.js';

/** The least minutes that pass without a warning, 1.2 s: a checkpoint of a small GAN takes 10 ms, which is 1 % of them. */
const minMinutes = 0.02;

/** Warns of checkpoints in such short times that a run has hardly any other work. */
export function adviseCheckpoints({ monitor }: NormalSpec, { report }: RuleContext): void {
  const { minutes } = monitor.checkpoint;
  if (minutes === 0 || minutes >= minMinutes) return;
  report.warning(
    'GAN319',
    '/monitor/checkpoint/minutes',
    `a checkpoint every ${Number((minutes * 60).toPrecision(3))} seconds is one after nearly every iteration, which takes longer than training`,
    { hint: `use at least ${minMinutes} minutes, or 0 for none by time` },
  );
}
