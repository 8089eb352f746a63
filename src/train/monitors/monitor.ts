/** Monitors of a run: logs, pictures, checks and files beside the training, one monitor each. */
import type { LoadedDataset, DatasetWarning } from '../../entries/dataset.js';
import type { GanEvaluator } from '../../evaluation/evaluator.js';
import type { EngineChoice } from '../../engines/choose.js';
import type { NormalSpec } from '../../language/normalSpec.js';
import type { Program } from '../../program/program.js';
import type { EventBody, Metrics, TrainEvent } from '../../runs/events.js';
import type { RunFolder } from '../../runs/folder.js';
import type { Moment } from '../../runs/checkpoints.js';
import type { GoodState, KeptState } from '../keptState.js';
import type { Session } from '../session.js';

/** A training run as its monitors see it. */
export interface RunContext {
  readonly spec: NormalSpec;
  readonly program: Program;
  readonly dataset: LoadedDataset;
  readonly engine: EngineChoice;
  readonly session: Session;
  /** Null where the run keeps nothing on disk. */
  readonly folder: RunFolder | null;
  /** Prepares measurements by the metrics of the spec. */
  readonly openEvaluator: () => Promise<GanEvaluator>;
  /** The checkpoint that the run goes on from; undefined where it starts anew. */
  readonly resumed?: ResumedFrom | undefined;
  /** Doubts to report at the start. */
  readonly warnings: readonly DatasetWarning[];
  /** Passes an event to all monitors, then to the caller of the run. For use in hooks. */
  readonly emit: (event: EventBody) => void;
  /** Present memories of all monitors that have one. For use in hooks. */
  readonly memories: () => Memories;
  /** Gives all monitors the memories that they had. For use in hooks. */
  readonly restoreMemories: (memories: Memories) => void;
  /** Good states in memory. */
  readonly kept: KeptState;
}

/** Numbers of monitors as JSON, by the names of their memories. */
export type Memories = Readonly<Record<string, unknown>>;

/** A checkpoint as the run that goes on from it reports it. */
export interface ResumedFrom {
  /** Path inside the run folder. */
  readonly checkpoint: string;
  readonly memories: Memories;
  /** The state of an earlier checkpoint. @throws GanspecError, exit code 6, where it is missing or damaged. */
  readonly stateAt: (moment: Moment) => GoodState;
}

/** Numbers of a monitor that a run which goes on from a checkpoint needs, such as sums of a mean. */
export interface Memory {
  readonly name: string;
  /** As JSON. */
  save(): unknown;
  /** @param saved As `save` gave it; a checkpoint is only read if it is unchanged. */
  restore(saved: unknown): void;
}

/** The end of a run that reached its last iteration or a signal. */
export type Outcome = 'completed' | 'interrupted';

/** The end of a run before its time: by an error, or because its caller stopped listening. */
export interface RunFailure {
  readonly status: 'interrupted' | 'diverged' | 'failed';
  readonly error?: unknown;
}

type Done = void | Promise<void>;

/** The hooks of one run, each called when training stands still. An error ends the run, except one of `failure`. */
export interface RunMonitor {
  /** Before the first iteration. */
  start?(): Done;
  /** After every iteration. A monitor that takes the session back to an earlier one ends the turn of those after it. */
  iteration?(metrics: Metrics): Done;
  /** After every `steps`-th iteration, counted from the first of the run; never where `steps` is 0. */
  readonly every?: { readonly steps: number; act(): Done };
  readonly memory?: Memory;
  /** For every event, also those of other monitors. */
  event?(event: TrainEvent): void;
  /** After the last iteration. */
  end?(outcome: Outcome): Done;
  /** In place of `end`, where the run fails. It must not throw: the error that ended the run is the one to report. */
  failure?(failure: RunFailure): Done;
}

/** Makes a monitor for one run. */
export type OpenMonitor = (run: RunContext) => RunMonitor;
