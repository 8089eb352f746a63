/** A run as a file of events that TensorBoard reads: scalars, pictures of samples, the spec as text and as hyper-parameters. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textArgument } from '../../diagnostics/arguments.js';
import type { NormalSpec } from '../../language/normalSpec.js';
import type { TrainEvent } from '../events.js';
import { isMeasured } from '../logTable.js';
import { pngSize } from '../pictures/png.js';
import { presentEvents } from '../presentEvents.js';
import { readRunFolder } from '../savedRun.js';
import { summaryEvent, versionEvent, type Setting, type SummaryValue } from './messages.js';
import { recordOf } from './records.js';

/** A file of events, with a name of the form that TensorBoard looks for. */
export interface EventFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The events of a run so far. Scalars are named `train/…` for lines of the log and `evaluation/…` for metrics, pictures `samples`.
 * @throws GanspecError GAN513 where the folder is no run; exit code 6 where its record, its spec or an event is damaged.
 */
export function eventFileOf(folder: string): EventFile {
  textArgument('folder of eventFileOf', folder);
  const run = readRunFolder(folder);
  run.checkSpec();
  const { record } = run;
  const { spec } = run.readResolved();
  const start = secondsOf(record.started);
  const first: readonly SummaryValue[] = [
    { tag: 'spec', text: fenced(readFileSync(run.spec, 'utf8')) },
    { tag: '_hparams_/session_start_info', settings: settingsOf(spec), start },
  ];
  const events = presentEvents(folder).flatMap((event) => {
    const values = valuesOf(event, folder);
    const step = 'step' in event ? event.step : 0;
    return values.length === 0 ? [] : [summaryEvent(secondsOf(event.time), step, values)];
  });
  const all = [versionEvent(start), summaryEvent(start, 0, first), ...events];
  return {
    name: `events.out.tfevents.${Math.floor(start)}.${record.id}`,
    bytes: Buffer.concat(all.map(recordOf)),
  };
}

function valuesOf(event: TrainEvent, folder: string): readonly SummaryValue[] {
  if (isMeasured(event)) {
    const group = event.type === 'step' ? 'train' : 'evaluation';
    return Object.entries(event.metrics).map(([name, scalar]) => ({
      tag: `${group}/${name}`,
      scalar,
    }));
  }
  if (event.type !== 'samples' || event.file?.endsWith('.png') !== true) return [];
  const path = join(folder, event.file);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  return [{ tag: 'samples', png: { ...pngSize(bytes), bytes } }];
}

/** JSON as a block of code in Markdown, which TensorBoard shows. */
function fenced(json: string): string {
  return `\`\`\`json\n${json.trim()}\n\`\`\``;
}

/** The numbers, words and switches of a spec by their places, as in `training.batchSize`; layers are too many for a table. */
function settingsOf(spec: NormalSpec): Readonly<Record<string, Setting>> {
  const settings: Record<string, Setting> = {};
  const add = (place: string, value: unknown): void => {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
      settings[place] = value;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) add(`${place}.${key}`, inner);
    }
  };
  for (const [key, value] of Object.entries(spec)) {
    const isNetwork = typeof value === 'object' && value !== null && 'layers' in value;
    if (key !== 'name' && key !== 'blocks' && !isNetwork) add(key, value);
  }
  return settings;
}

function secondsOf(time: string): number {
  return Date.parse(time) / 1000;
}
