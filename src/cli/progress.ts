/** Progress of a training run: one live line on a terminal, plain lines elsewhere. */
import type {
  EndEvent,
  RollbackEvent,
  StartEvent,
  StepEvent,
  TrainEvent,
  WarningEvent,
} from '../index.js';
import { visible, visibleLines } from '../diagnostics/visible.js';
import { StatusLine, type Terminal } from './statusLine.js';

export interface Progress {
  readonly show: (event: TrainEvent) => void;
  /** Removes the live line. */
  readonly clear: () => void;
}

/** Progress that is printed to this stream. */
export function createProgress(stream: Terminal): Progress {
  const status = stream.isTTY ? new StatusLine(stream) : undefined;
  let eta = createEta();
  let total = 0;
  let noun = 'samples';
  let last: StepEvent | undefined;
  const leave = (text: string): void => {
    const shown = visibleLines(text);
    if (status) status.leave(shown);
    else stream.write(`${shown}\n`);
  };
  const show = (event: TrainEvent): void => {
    switch (event.type) {
      case 'start':
        total = event.steps;
        noun = event.noun ?? noun;
        leave(startText(event));
        break;
      case 'step': {
        last = event;
        const text = stepText(event, noun, total, eta(event, total));
        if (status) status.show(visible(text));
        else leave(text);
        break;
      }
      case 'progress':
        // Between two lines of the log, the numbers are those of the last one.
        if (last && status) {
          const text = stepText({ ...last, step: event.step }, noun, total, eta(event, total));
          status.show(visible(text));
        }
        break;
      case 'warning':
        leave(warningText(event));
        break;
      case 'resume':
        total = event.steps;
        noun = event.noun ?? noun;
        eta = createEta();
        leave(
          `going on from step ${event.step} (${event.checkpoint}) to ${event.steps}, engine ${event.engine} (${event.engineReason})`,
        );
        break;
      case 'checkpoint':
        // Routine; the folder shows them.
        break;
      case 'rollback':
        leave(rollbackText(event));
        break;
      case 'samples':
        if (event.file !== null) {
          leave(`step ${event.step}: ${event.count} samples in ${event.file}`);
        }
        break;
      case 'end':
        status?.clear();
        stream.write(`${visibleLines(endText(event, noun))}\n`);
        break;
    }
  };
  return { show, clear: () => status?.clear() };
}

function startText({ name, engine, engineReason, steps, batchSize, seed }: StartEvent): string {
  return `training ${name}: ${steps} steps, batch ${batchSize}, seed ${seed}, engine ${engine} (${engineReason})`;
}

function warningText({ code, message, hint }: WarningEvent): string {
  const wayOut = hint === undefined ? '' : `\n  hint: ${visible(hint)}`;
  return `warning ${code}: ${visible(message)}${wayOut}`;
}

function rollbackText({ code, message, step, rateFactor }: RollbackEvent): string {
  return `rollback ${code}: ${message}\n  back to step ${step}, learning rates from now on times ${rateFactor}`;
}

function stepText(event: StepEvent, noun: string, total: number, eta?: string): string {
  return [
    `step ${event.step}/${total}`,
    ...(eta === undefined ? [] : [`ETA ${eta}`]),
    `${rate(event.imagesPerSecond)} ${noun}/s`,
    ...metricTexts(event.metrics),
    `mean over ${event.samples} ${noun}`,
  ].join('  ');
}

function endText({ status, steps, imagesPerSecond, metrics, run }: EndEvent, noun: string): string {
  const text = [
    `${status} after ${steps} steps`,
    ...metricTexts(metrics),
    `${rate(imagesPerSecond)} ${noun}/s over the whole run`,
  ].join('  ');
  return status === 'interrupted' && run !== null
    ? `${text}\nto go on: ganspec resume ${run}`
    : text;
}

function metricTexts(metrics: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(metrics).map(([name, value]) => `${name} ${value.toPrecision(4)}`);
}

function rate(perSecond: number): string {
  return perSecond.toFixed(perSecond < 10 ? 1 : 0);
}

/** Iterations done at a time. */
type Moment = Pick<StepEvent, 'step' | 'time'>;

/** Estimates the remaining time from the pace since the first event that it is given. */
function createEta(): (event: Moment, total: number) => string | undefined {
  let first: Moment | undefined;
  return (event, total) => {
    first ??= event;
    const done = event.step - first.step;
    const seconds = (Date.parse(event.time) - Date.parse(first.time)) / 1000;
    // The clock of the system may go backwards.
    if (done <= 0 || seconds < 0 || event.step >= total) return undefined;
    return durationText((seconds / done) * (total - event.step));
  };
}

/** A duration in seconds as text: `45 s`, `12 min 05 s`, `3 h 07 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)} min`;
}
