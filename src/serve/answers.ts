/** The answers of the server to its page, as JSON. A run is named by its path inside the folder that is served. */
import type { RunState } from '../runs/state.js';

/** A message of ganspec. */
export interface Notice {
  /** As in `docs/errors.md`. */
  readonly code: string;
  readonly message: string;
  /** A full sentence: the way out. */
  readonly hint?: string;
}

/** The state of a run. */
interface RunFacts {
  readonly state: RunState;
  readonly name: string;
  readonly step: number;
  readonly steps: number;
  readonly engine: string;
  readonly seed: number;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** Seconds of training. */
  readonly seconds: number;
}

/** A run in the list. */
export interface ListedRunAnswer extends RunFacts {
  readonly path: string;
}

export interface DamagedRunAnswer {
  readonly path: string;
  readonly state: 'damaged';
  /** True where its record is whole, so that its page shows all that can be read. */
  readonly hasPage: boolean;
  readonly error: Notice;
}

/** The event `runs`: the list whenever it has changed. */
export interface RunsAnswer {
  /** Absolute path of the folder that is served. */
  readonly folder: string;
  /** The newest first, then those that are damaged. */
  readonly runs: readonly (ListedRunAnswer | DamagedRunAnswer)[];
}

/** The state of a run that is shown. */
export interface HeadAnswer extends RunFacts {
  /** Real samples a second by the last line of the log; null before. */
  readonly rate: number | null;
  /** Word for several samples of the data, as in `images`. */
  readonly noun: string;
  /** Share of the events that is read, 0 to 1. */
  readonly read: number;
}

/** Numbers by the step. Where there are too many, each is the mean of a range of neighbours, with their bounds. */
export interface CurvesAnswer {
  /** The last step of each range, in ascending order. */
  readonly steps: readonly number[];
  readonly curves: readonly Curve[];
}

export interface Curve {
  readonly name: string;
  /** One for each step; null where there is none, or none that is finite. */
  readonly mean: readonly (number | null)[];
  /** Bounds in each range; absent where each has one number. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

/** A file of samples. */
export interface SamplesAnswer {
  readonly step: number;
  /** Ending of the file, as in `png`. */
  readonly extension: string;
}

/** A moment that a person should know of. */
export interface Happening extends Notice {
  readonly kind: 'warning' | 'rollback' | 'resume' | 'damage';
  /** Iterations done; null where the event does not tell. */
  readonly step: number | null;
  /** ISO 8601 in UTC; null where unknown. */
  readonly time: string | null;
}

export interface HappeningsAnswer {
  /** The newest, in their order. */
  readonly shown: readonly Happening[];
  /** Number of earlier ones that are left out. */
  readonly omitted: number;
}

/** The parts of a run; each is sent whole whenever it has changed. */
export interface RunParts {
  /** Null while its record cannot be read. */
  readonly head: HeadAnswer | null;
  /** Lines of the log. */
  readonly log: CurvesAnswer;
  /** Measurements by `monitor.metrics`. */
  readonly evaluations: CurvesAnswer;
  readonly samples: readonly SamplesAnswer[];
  readonly happenings: HappeningsAnswer;
  /** The reason for which the run, or the rest of its events, cannot be shown; null where they can. */
  readonly fault: Notice | null;
}

/** The parts in the order in which they are sent. */
export const partNames = [
  'head',
  'fault',
  'log',
  'evaluations',
  'samples',
  'happenings',
] as const satisfies readonly (keyof RunParts)[];

export type PartName = (typeof partNames)[number];

/** The event `part`. */
export type PartAnswer = {
  readonly [P in PartName]: {
    readonly path: string;
    readonly part: P;
    readonly value: RunParts[P];
  };
}[PartName];

/** Quantities of a layer or a network, as texts. */
export interface QuantityTexts {
  readonly parameters: string;
  readonly flops: string;
  readonly activation: string;
}

/** A layer in the table of its network. */
export interface LayerAnswer extends QuantityTexts {
  readonly name: string;
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
}

export interface NetworkAnswer extends QuantityTexts {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly layers: readonly LayerAnswer[];
  /** The graph as a picture in SVG. */
  readonly picture: string;
}

/** A value of the spec. */
export interface SettingAnswer {
  /** As `--set` names it. */
  readonly path: string;
  /** As JSON. */
  readonly value: string;
  /** True for a default; false for a value that the spec gives. */
  readonly isDefault: boolean;
}

/** The facts of a run that stay as they are while it trains. */
export interface DetailsAnswer {
  readonly networks: readonly NetworkAnswer[];
  readonly settings: readonly SettingAnswer[];
}

/** Pictures on the way between the samples of two seeds. */
export interface WalkAnswer {
  /** Iterations after which the generator is taken. */
  readonly step: number;
  /** Data addresses of PNG files. */
  readonly frames: readonly string[];
}

/** The facts inside a report. */
export interface ReportAnswer {
  /** Name of the run folder. */
  readonly path: string;
  readonly parts: RunParts;
  readonly details: DetailsAnswer;
  /** Data addresses of the samples by their steps. */
  readonly samples: Readonly<Record<number, string>>;
}
