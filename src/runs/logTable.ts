/** The log of a run as a table. */
import { textArgument } from '../diagnostics/arguments.js';
import type { TrainEvent } from './events.js';
import { presentEvents } from './presentEvents.js';
import { readRunRecord } from './savedRun.js';

/** Lines of the log, and measurements by metrics. */
type Measured = Extract<TrainEvent, { readonly type: 'step' | 'evaluation' }>;

/**
 * The lines of a run's log and its evaluations as comma-separated values: the iterations done, `step` or `evaluation`, the time in
 * UTC, then a column for each metric. A number that is not finite is written `NaN`, `Infinity` or `-Infinity`.
 * @throws GanspecError GAN513 where the folder is no run; GAN610, exit code 6, where its record or an event is damaged.
 */
export function logTable(folder: string): string {
  textArgument('folder of logTable', folder);
  // Says so where this is no run.
  readRunRecord(folder);
  const rows = presentEvents(folder).filter(isMeasured);
  const names = [...new Set(rows.flatMap(({ metrics }) => Object.keys(metrics)))];
  const lines = rows.map(({ step, type, time, metrics }) => [
    step,
    type,
    time,
    ...names.map((name) => metrics[name] ?? ''),
  ]);
  const table = [['step', 'type', 'time', ...names.map(field)], ...lines];
  return table.map((line) => `${line.join(',')}\n`).join('');
}

/** True for events with numbers. */
export function isMeasured(event: TrainEvent): event is Measured {
  return event.type === 'step' || event.type === 'evaluation';
}

/** Names of metrics of plugins may have commas. */
function field(name: string): string {
  return /[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
