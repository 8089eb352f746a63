/** The events of a run that count. */
import { join } from 'node:path';
import type { TrainEvent } from './events.js';
import { GrowingLines } from './growingLines.js';
import { parseEvent } from './parseEvent.js';
import { runFiles } from './record.js';

/**
 * The events in a run's folder so far, without those that a rollback has undone.
 * @throws GanspecError GAN610, exit code 6, where one is damaged.
 */
export function presentEvents(folder: string): readonly TrainEvent[] {
  const path = join(folder, runFiles.events);
  const events = Array.from(new GrowingLines(path).take(), ({ number, bytes }) =>
    parseEvent(bytes, `${path}:${number}`),
  );
  return withoutUndone(events);
}

/** Without the events that a rollback has undone. */
function withoutUndone(events: readonly TrainEvent[]): readonly TrainEvent[] {
  let present: TrainEvent[] = [];
  for (const event of events) {
    if (event.type !== 'rollback') present.push(event);
    else present = present.filter((each) => !('step' in each) || each.step <= event.step);
  }
  return present;
}
