/** The events of a run while it goes on, read from its folder; the run may be that of another process. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkOptions, signal as isSignal, textArgument } from '../diagnostics/arguments.js';
import type { TrainEvent } from './events.js';
import { GrowingLines } from './growingLines.js';
import { parseEvent } from './parseEvent.js';
import { runFiles } from './record.js';
import { readRunState } from './state.js';

/** Milliseconds between two looks into the folder. File systems of other machines report no changes, so none is waited for. */
const interval = 200;

export interface FollowRunOptions {
  /** Ends the following, not the run. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives the events that the run has had, then each new one soon after it is written, up to its `end` event. Without one, the
 * last is that after which the run failed or its process was killed; `readRunState` tells. Where a resumption cuts events
 * off, it goes on with those that take their place.
 * @throws GanspecError GAN513 where the folder is no run; GAN610, exit code 6, where its record or a line of `events.jsonl`
 * is damaged, with file and line.
 */
export async function* followRun(
  folder: string,
  options: FollowRunOptions = {},
): AsyncGenerator<TrainEvent, void> {
  textArgument('folder of followRun', folder);
  checkOptions('followRun', options, { signal: isSignal });
  const { signal } = options;
  const path = join(folder, runFiles.events);
  const lines = new GrowingLines(path);
  while (!signal?.aborted) {
    // Before the events: once a run is over, all of its events are in the file.
    const { state } = readRunState(folder);
    for (const { number, bytes } of lines.take()) {
      const event = parseEvent(bytes, `${path}:${number}`);
      yield event;
      if (event.type === 'end' || signal?.aborted) return;
    }
    if (state !== 'running') return;
    await pause(signal);
  }
}

/** Waits for the next look, or for the signal. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(interval, undefined, { ...(signal && { signal }) });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
