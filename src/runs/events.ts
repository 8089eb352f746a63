/** Events of a training run, in the order in which they happen. */
import type { GanspecError } from '../diagnostics/errors.js';
import type { Samples } from './samples.js';

/** Scalars of a step by name. */
export type Metrics = Readonly<Record<string, number>>;

interface Timed {
  /** ISO 8601 in UTC to the millisecond, as in `2026-01-31T23:59:59.123Z`. */
  readonly time: string;
}

export interface StartEvent extends Timed {
  readonly type: 'start';
  readonly name: string;
  /** Absolute path of the run folder, or null where the run has none. */
  readonly run: string | null;
  readonly engine: string;
  /** Reason for the choice of this engine. */
  readonly engineReason: string;
  readonly steps: number;
  readonly batchSize: number;
  readonly seed: number;
  /** Word for several samples of the data, as in `images` or `rows`. */
  readonly noun?: string;
}

/** A run goes on from a checkpoint. */
export interface ResumeEvent extends Timed {
  readonly type: 'resume';
  /** Absolute path of the run folder. */
  readonly run: string | null;
  /** Path inside the run folder. */
  readonly checkpoint: string;
  /** Iterations done. */
  readonly step: number;
  /** Iterations that the run is to have in all. */
  readonly steps: number;
  readonly engine: string;
  /** Reason for the choice of this engine. */
  readonly engineReason: string;
  /** Word for several samples of the data, as in `images` or `rows`. */
  readonly noun?: string;
}

/** A doubt, such as about files of the data that were left out; or a file that cannot be written. */
export interface WarningEvent extends Timed {
  readonly type: 'warning';
  /** As in `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  /** A full sentence: the way out. */
  readonly hint?: string;
}

export interface StepEvent extends Timed {
  readonly type: 'step';
  /** Iterations done. */
  readonly step: number;
  /** Means over the iterations since the last step event. */
  readonly metrics: Metrics;
  /** Real samples that the metrics were taken over. */
  readonly samples: number;
  /** Real samples per second since the last step event. */
  readonly imagesPerSecond: number;
}

/** Iterations done, about once a second; it is not kept in the run folder. */
export interface ProgressEvent extends Timed {
  readonly type: 'progress';
  readonly step: number;
}

export interface SamplesEvent extends Timed {
  readonly type: 'samples';
  readonly step: number;
  /** File inside the run folder, or null where the run has no folder. */
  readonly file: string | null;
  readonly count: number;
  /** The samples themselves, where the run has no folder to keep them. */
  readonly samples?: Samples;
}

export interface CheckpointEvent extends Timed {
  readonly type: 'checkpoint';
  readonly step: number;
  /** Path inside the run folder. */
  readonly file: string;
}

/** Generated samples were measured by the metrics of the spec's `monitor`. */
export interface EvaluationEvent extends Timed {
  readonly type: 'evaluation';
  readonly step: number;
  /** Values by the names of the metrics, the second of one name as `frechetDistance_2`. */
  readonly metrics: Metrics;
  /** Duration, for which training waited. */
  readonly seconds: number;
  /** True where the value of the metric that `monitor.checkpoint.best` names is the best so far. */
  readonly isBest: boolean;
}

/** A run that went wrong is taken back to its last healthy state, and goes on with other learning rates. */
export interface RollbackEvent extends Timed {
  readonly type: 'rollback';
  /** As in `docs/errors.md`: the sign by which it was known. */
  readonly code: string;
  readonly message: string;
  /** Iterations done before. */
  readonly from: number;
  /** Iterations done now; the events after that moment do not count any more. */
  readonly step: number;
  /** Factor of the learning rates from now on. */
  readonly rateFactor: number;
}

export interface EndEvent extends Timed {
  readonly type: 'end';
  /** Absolute path of the run folder, or null where the run has none. */
  readonly run: string | null;
  readonly steps: number;
  /** Real samples per second over the whole run, sampling included. */
  readonly imagesPerSecond: number;
  /** Those of the last step event. */
  readonly metrics: Metrics;
  /** `completed`, or `interrupted` by a signal. */
  readonly status: 'completed' | 'interrupted';
}

/** The events that `events.jsonl` keeps. */
export type KeptEvent =
  | StartEvent
  | ResumeEvent
  | WarningEvent
  | StepEvent
  | SamplesEvent
  | CheckpointEvent
  | EvaluationEvent
  | RollbackEvent
  | EndEvent;

export type TrainEvent = KeptEvent | ProgressEvent;

/** A failure that the run survives, as an event. */
export function warningOf({ code, message, hint }: GanspecError): Omit<WarningEvent, 'time'> {
  return { type: 'warning', code, message, ...(hint !== undefined && { hint }) };
}

/** An event before it gets its time. */
export type EventBody = Untimed<TrainEvent>;
type Untimed<E> = E extends TrainEvent ? Omit<E, 'time'> : never;
