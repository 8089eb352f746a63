/** Runs side by side, as their folders tell of them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textArgument } from '../diagnostics/arguments.js';
import type { Metrics } from './events.js';
import { presentEvents } from './presentEvents.js';
import { readRunState, type RunState } from './state.js';

/** Values at one moment of a run. */
export interface ComparedMoment {
  readonly step: number;
  readonly metrics: Metrics;
}

/** A run as it is compared with others. */
export interface ComparedRun {
  readonly folder: string;
  readonly name: string;
  readonly state: RunState;
  readonly seed: number;
  /** Measurements by `monitor.metrics`, in order. */
  readonly evaluations: readonly ComparedMoment[];
  /** Iterations of the best one, by the metric of `monitor.checkpoint.best`. */
  readonly best: number | undefined;
  /** Lines of the log, in order. */
  readonly log: readonly ComparedMoment[];
  /** Path of the last picture of samples. */
  readonly picture: string | undefined;
}

/**
 * Reads what a run has logged and measured so far.
 * @throws GanspecError GAN513 where the folder is no run; GAN610, exit code 6, where its record or an event is damaged.
 */
export function readComparedRun(folder: string): ComparedRun {
  textArgument('folder of readComparedRun', folder);
  const { record, state } = readRunState(folder);
  const present = presentEvents(folder);
  const evaluations = present.filter((event) => event.type === 'evaluation');
  const pictures = present.flatMap((event) =>
    event.type === 'samples' && event.file?.endsWith('.png') ? [join(folder, event.file)] : [],
  );
  return {
    folder,
    name: record.name,
    state,
    seed: record.seed,
    evaluations: evaluations.map(momentOf),
    best: evaluations.findLast(({ isBest }) => isBest)?.step,
    log: present.filter((event) => event.type === 'step').map(momentOf),
    picture: pictures.findLast((file) => existsSync(file)),
  };
}

function momentOf({ step, metrics }: ComparedMoment): ComparedMoment {
  return { step, metrics };
}
