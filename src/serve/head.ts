import { join } from 'node:path';
import { presentEngine, runFiles } from '../runs/record.js';
import { readRunState } from '../runs/state.js';
import { trainedSeconds } from '../runs/trainedSeconds.js';
import type { HeadAnswer } from './answers.js';
import type { RunHistory } from './runHistory.js';

/**
 * The state of a run.
 * @param read Share of its events that the history has.
 * @throws GanspecError GAN513 where the folder is no run; GAN610 where its record is damaged.
 */
export function headOf(folder: string, history: RunHistory, read: number): HeadAnswer {
  const { record, state } = readRunState(folder);
  const { name, steps, seed, started } = record;
  const engine = presentEngine(record);
  const { step, lastTime, rate, noun } = history;
  const now = state === 'running' ? new Date().toISOString() : (lastTime ?? started);
  const seconds = Math.round(trainedSeconds(record, record.ended ?? now));
  return { name, state, step, steps, engine, seed, started, seconds, rate, noun, read };
}

/** Path of the events of a run. */
export function eventsOf(folder: string): string {
  return join(folder, runFiles.events);
}
