/** The engine of a run as the run reports it. */
import { availableParallelism } from 'node:os';
import type { EngineChoice } from '../engines/choose.js';
import type { DatasetWarning } from '../entries/dataset.js';
import type { RunEngine } from '../runs/record.js';

/** A chosen engine with the threads that a run gives it. */
export interface EngineOfRun extends EngineChoice {
  readonly facts: RunEngine;
}

/**
 * The choice with its threads, also in its reason.
 * @param asked Threads of one kernel; the engine may take fewer, and does so for small graphs.
 */
export function engineOfRun(engine: EngineChoice, asked = availableParallelism()): EngineOfRun {
  const threads = Math.min(asked, engine.facts.threads ?? asked);
  const text = threads === 1 ? '1 thread' : `up to ${threads} threads`;
  return {
    ...engine,
    facts: { ...engine.facts, threads },
    reason: `${engine.reason}, ${text}`,
  };
}

/** A fall-back of `auto`. */
export function doubtsAboutEngine({ name, missed }: EngineChoice): readonly DatasetWarning[] {
  if (!missed) return [];
  const message = `training on the engine ${name}: ${missed.message}`;
  return [{ code: 'GAN526', message, hint: missed.fix }];
}
