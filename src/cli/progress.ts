/** Progress of a training run: one live line on a terminal, plain lines elsewhere. */
import type {
  EvaluationEvent,
  EndEvent,
  RollbackEvent,
  StartEvent,
  StepEvent,
  TrainEvent,
  WarningEvent,
} from '../index.js';
import { counted } from '../diagnostics/counted.js';
import { visible, visibleLines } from '../diagnostics/visible.js';
import { createPace, durationText } from './pace.js';
import { StatusLine, type Terminal } from './statusLine.js';

export interface Progress {
  readonly show: (event: TrainEvent) => void;
  /** Removes the live line. */
  readonly clear: () => void;
}

/** Progress that is printed to this stream. */
export function createProgress(stream: Terminal): Progress {
  const status = stream.isTTY ? new StatusLine(stream) : undefined;
  let pace = createPace();
  let total = 0;
  let noun = 'samples';
  let last: Logged | undefined;
  let logged = 0;
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
        last = { event, samplesPerStep: event.samples / (event.step - logged) };
        logged = event.step;
        const text = stepText(event, noun, total, etaText(event.step, total, pace(event)));
        if (status) status.show(visible(text));
        else leave(text);
        break;
      }
      case 'progress':
        if (last && status) {
          status.show(visible(betweenText(event.step, last, noun, total, pace(event))));
        }
        break;
      case 'warning':
        leave(warningText(event));
        break;
      case 'resume':
        total = event.steps;
        noun = event.noun ?? noun;
        logged = event.step;
        pace = createPace();
        leave(
          `going on from step ${event.step} (${event.checkpoint}) to ${event.steps}, engine ${event.engine} (${event.engineReason})`,
        );
        break;
      case 'checkpoint':
        // Routine; the folder shows them.
        break;
      case 'evaluation':
        leave(evaluationText(event));
        break;
      case 'rollback':
        logged = event.step;
        pace = createPace();
        leave(rollbackText(event));
        break;
      case 'samples':
        if (event.file !== null) {
          leave(`step ${event.step}: ${counted(event.count, 'sample')} in ${event.file}`);
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
  return `training ${name}: ${counted(steps, 'step')}, batch ${batchSize}, seed ${seed}, engine ${engine} (${engineReason})`;
}

function warningText({ code, message, hint }: WarningEvent): string {
  const wayOut = hint === undefined ? '' : `\n  hint: ${visible(hint)}`;
  return `warning ${code}: ${visible(message)}${wayOut}`;
}

function evaluationText({ step, metrics, seconds, isBest }: EvaluationEvent): string {
  const best = isBest ? ', the best so far' : '';
  return `step ${step}: ${metricTexts(metrics).join('  ')} (${seconds.toFixed(1)} s${best})`;
}

function rollbackText({ code, message, step, rateFactor }: RollbackEvent): string {
  return `rollback ${code}: ${message}\n  back to step ${step}, learning rates from now on times ${rateFactor}`;
}

/** A line of the log, and the samples that an iteration before it took on average. */
interface Logged {
  readonly event: StepEvent;
  readonly samplesPerStep: number;
}

function stepText(event: StepEvent, noun: string, total: number, eta: string): string {
  return [
    `step ${event.step}/${total}${eta}`,
    `${rate(event.imagesPerSecond)} ${noun}/s`,
    ...metricTexts(event.metrics),
    event.samples === 1 ? 'of 1 sample' : `mean over ${event.samples} ${noun}`,
  ].join('  ');
}

/** Between two lines of the log: the present rate, and the metrics of the last line with its step. */
function betweenText(
  step: number,
  { event, samplesPerStep }: Logged,
  noun: string,
  total: number,
  pace: number | undefined,
): string {
  const perSecond = pace === undefined ? event.imagesPerSecond : pace * samplesPerStep;
  return [
    `step ${step}/${total}${etaText(step, total, pace)}`,
    `${rate(perSecond)} ${noun}/s`,
    `at step ${event.step}: ${metricTexts(event.metrics).join('  ')}`,
  ].join('  ');
}

/** The remaining time, after two spaces; empty where it is not known. @param pace In iterations a second. */
function etaText(step: number, total: number, pace: number | undefined): string {
  if (pace === undefined || step >= total) return '';
  return `  ETA ${durationText((total - step) / pace)}`;
}

function endText({ status, steps, imagesPerSecond, metrics, run }: EndEvent, noun: string): string {
  const text = [
    `${status} after ${counted(steps, 'step')}`,
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
