/** A compiled GAN: its graphs, and where every number that enters them comes from. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorType } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';

/**
 * Steps that update parameters: `joint` for a simultaneous update, after an `extrapolation` where the update is
 * extra-gradient; else one for each network.
 */
export type StepName = 'extrapolation' | 'joint' | 'discriminator' | 'generator';

/** Which numbers of a random stream a run takes: those of `run · every + offset`; by default those of the run. */
export interface RandomDraw {
  readonly stream: string;
  readonly every?: number;
  readonly offset?: number;
}

/** Where the numbers of an input come from when none are given. */
export type InputSource =
  /**
   * A batch of the data set, in an order of the stream's name: samples, or their classes, one-hot. Every batch is
   * given to `repeat` runs in turn.
   */
  | {
      readonly kind: 'data';
      readonly field: 'samples' | 'labels';
      readonly stream: string;
      readonly repeat: number;
    }
  /** Random numbers, new ones for each run. */
  | ({ readonly kind: 'random'; readonly distribution: Distribution } & RandomDraw)
  /** A number computed on the host for each update. */
  | { readonly kind: 'scalar' };

/** A declared input of one graph. */
export interface ProgramInput extends TensorType {
  /** The graph it belongs to: a form of a step, `sample` or `score`. */
  readonly graph: string;
  readonly name: string;
  /** One line for people. */
  readonly meaning: string;
  readonly source: InputSource;
}

/** A named tensor that is kept from step to step. */
export interface StateSpec extends TensorType {
  readonly name: string;
  /** First value: drawn from the stream of this name, or copied from another state tensor. */
  readonly initial: Distribution | { readonly kind: 'copy'; readonly of: string };
}

/** One line of an iteration: run this step so many times. */
export interface StepPlan {
  readonly step: StepName;
  readonly times: number;
  /** Runs that make one update: all but the last only add up their gradients. */
  readonly accumulation: number;
  /** Penalties that act on every n-th update only, starting with the first; each combination has a graph of its own. */
  readonly lazy: readonly { readonly name: string; readonly every: number }[];
}

/** The part of a program that is plain data: all an engine's thread needs. */
export interface Program {
  readonly graphs: readonly KernelGraph[];
  readonly inputs: readonly ProgramInput[];
  readonly state: readonly StateSpec[];
  /** One iteration, in order. */
  readonly iteration: readonly StepPlan[];
  readonly batchSize: number;
}

/** When a host scalar is asked for. */
export interface ScalarMoment {
  /** Iteration, from 0. */
  readonly step: number;
  /** Update of the step, from 0; differs from `step` where a network is updated several times an iteration. */
  readonly update: number;
}

/** Host functions of a program by graph and input name: schedules and the optimizers' numbers, in float64. */
export type HostScalars = ReadonlyMap<string, ReadonlyMap<string, (at: ScalarMoment) => number>>;
