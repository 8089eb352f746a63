/** The engine of a run as the run reports it. */
import { availableParallelism } from 'node:os';
import { counted } from '../diagnostics/counted.js';
import type { EngineChoice } from '../engines/choose.js';
import type { DatasetWarning } from '../entries/dataset.js';

/** The choice with the number of threads in its reason. */
export function withThreads(engine: EngineChoice, threads = availableParallelism()): EngineChoice {
  return { ...engine, reason: `${engine.reason}, ${counted(threads, 'thread')}` };
}

/** A fall-back of `auto`. */
export function doubtsAboutEngine({ name, missed }: EngineChoice): readonly DatasetWarning[] {
  if (!missed) return [];
  const message = `training on the engine ${name}: ${missed.message}`;
  return [{ code: 'GAN526', message, hint: missed.fix }];
}
