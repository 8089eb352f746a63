/** What a training run tells while it goes on. */

/** Scalars of a step by name. */
export type Metrics = Readonly<Record<string, number>>;

export interface StartEvent {
  readonly type: 'start';
  readonly name: string;
  readonly run: string | null;
  readonly engine: string;
  /** Why this engine. */
  readonly engineReason: string;
  readonly steps: number;
  readonly batchSize: number;
  readonly seed: number;
}

/** A doubt about the data, such as files that were left out. */
export interface WarningEvent {
  readonly type: 'warning';
  /** As in `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  /** A full sentence: the way out. */
  readonly hint?: string;
}

export interface StepEvent {
  readonly type: 'step';
  /** Iterations done. */
  readonly step: number;
  /** Means over the iterations since the last step event. */
  readonly metrics: Metrics;
  /** Real samples that the metrics were taken over. */
  readonly samples: number;
  /** Real samples seen per second since the last step event. */
  readonly imagesPerSecond: number;
}

export interface SamplesEvent {
  readonly type: 'samples';
  readonly step: number;
  /** File inside the run folder, or null where the run has no folder. */
  readonly file: string | null;
  readonly count: number;
}

export interface EndEvent {
  readonly type: 'end';
  readonly run: string | null;
  readonly steps: number;
  /** Real samples per second over the whole run, sampling included. */
  readonly imagesPerSecond: number;
  /** Those of the last step event. */
  readonly metrics: Metrics;
  /** `completed`, or `interrupted` by a signal. */
  readonly status: 'completed' | 'interrupted';
}

export type TrainEvent = StartEvent | WarningEvent | StepEvent | SamplesEvent | EndEvent;
