/** What a training run tells while it goes on. */

/** Scalars of one iteration by name; each says over how many samples it was taken in the run's documentation. */
export type Metrics = Readonly<Record<string, number>>;

export interface StartEvent {
  readonly type: 'start';
  readonly name: string;
  readonly run: string | null;
  readonly engine: string;
  readonly steps: number;
  readonly batchSize: number;
  readonly seed: number;
}

export interface StepEvent {
  readonly type: 'step';
  /** Iterations done. */
  readonly step: number;
  readonly metrics: Metrics;
  /** Real images seen per second since the last step event. */
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
  readonly imagesPerSecond: number;
  readonly metrics: Metrics;
  /** `completed`, or `interrupted` by a signal. */
  readonly status: 'completed' | 'interrupted';
}

export type TrainEvent = StartEvent | StepEvent | SamplesEvent | EndEvent;
