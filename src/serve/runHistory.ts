/** The events of a run so far, in bounded memory. */
import { GanspecError } from '../diagnostics/errors.js';
import type { TrainEvent } from '../runs/events.js';
import { parseEvent } from '../runs/parseEvent.js';
import type { Happening, Notice, RunParts, SamplesAnswer } from './answers.js';
import { BoundedCurves } from './boundedCurves.js';
import { noticeOf } from './noticeOf.js';

const maxHappenings = 200;

/** Every second file of samples is passed over once there are this many. */
const maxSamples = 2000;

/** A file of samples inside the run folder. */
interface SampleFileOfStep extends SamplesAnswer {
  readonly file: string;
}

/** The parts of a run that its events make. */
export type HistoryParts = Omit<RunParts, 'head' | 'fault'>;

export class RunHistory {
  readonly #log = new BoundedCurves();
  readonly #evaluations = new BoundedCurves();
  #samples: SampleFileOfStep[] = [];
  #happenings: Happening[] = [];
  #omitted = 0;
  /** Iterations done, by the last event that tells. */
  step = 0;
  /** Time of the last event; null before. */
  lastTime: string | null = null;
  /** Real samples a second by the last line of the log. */
  rate: number | null = null;
  noun = 'samples';

  add(event: TrainEvent): void {
    this.lastTime = event.time;
    if (event.type === 'end') this.step = event.steps;
    else if (event.type === 'rollback' || event.type === 'resume') this.#cutAfter(event.step);
    else if ('step' in event) this.step = event.step;
    switch (event.type) {
      case 'start':
      case 'resume':
        this.noun = event.noun ?? this.noun;
        if (event.type === 'resume') this.#happened(event, resumed(event.checkpoint));
        break;
      case 'step':
        this.rate = Number.isFinite(event.imagesPerSecond) ? event.imagesPerSecond : null;
        this.#log.add(event.step, event.metrics);
        break;
      case 'evaluation':
        this.#evaluations.add(event.step, event.metrics);
        break;
      case 'samples':
        this.#keepSamples(event.step, event.file);
        break;
      case 'warning':
      case 'rollback':
        this.#happened(event, event);
        break;
      case 'checkpoint':
      case 'progress':
      case 'end':
    }
  }

  /** Adds a line of `events.jsonl`; one that is no event is noted as damage. @param place File and line. */
  addLine(line: Uint8Array, place: string): void {
    try {
      this.add(parseEvent(line, place));
    } catch (error) {
      if (!(error instanceof GanspecError)) throw error;
      this.#note({ kind: 'damage', step: null, time: null, ...noticeOf(error) });
    }
  }

  /** The parts that the events make. */
  parts(): HistoryParts {
    return {
      log: this.#log.answer(),
      evaluations: this.#evaluations.answer(),
      samples: this.#samples.map(({ step, extension }) => ({ step, extension })),
      happenings: { shown: [...this.#happenings], omitted: this.#omitted },
    };
  }

  /** Path inside the run folder; undefined where no samples of that step are known. */
  sampleFileOf(step: number): string | undefined {
    return this.#samples.find((each) => each.step === step)?.file;
  }

  /** Takes back what a rollback or a resumption has undone. */
  #cutAfter(step: number): void {
    this.step = step;
    this.#log.cutAfter(step);
    this.#evaluations.cutAfter(step);
    this.#samples = this.#samples.filter((each) => each.step <= step);
  }

  #keepSamples(step: number, file: string | null): void {
    if (file === null) return;
    if (this.#samples.length >= maxSamples) {
      this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    }
    this.#samples.push({ step, file, extension: file.replace(/^.*\./, '') });
  }

  #happened(event: Extract<TrainEvent, { type: Happening['kind'] }>, notice: Notice): void {
    const isRollback = event.type === 'rollback';
    const { code, message, hint } = notice;
    this.#note({
      kind: event.type,
      step: isRollback ? event.from : event.type === 'resume' ? event.step : null,
      time: event.time,
      code,
      message: isRollback ? `${message}; taken back to step ${this.step}` : message,
      ...(hint !== undefined && { hint }),
    });
  }

  #note(happening: Happening): void {
    this.#happenings.push(happening);
    if (this.#happenings.length <= maxHappenings) return;
    this.#happenings.shift();
    this.#omitted += 1;
  }
}

function resumed(checkpoint: string): Notice {
  return { code: '', message: `the run goes on from ${checkpoint}` };
}
