/** A compiled GAN: its graphs, and the source of every number that enters them. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorType } from '../ir/tensorType.js';
import type { Player } from '../entries/player.js';
import type { StepPlan } from '../language/resolvedGan.js';
import type { Distribution } from '../random/distribution.js';

/** The numbers of a random stream that a run takes: those at step `run · every + offset`; default: at step `run`. */
export interface RandomDraw {
  readonly stream: string;
  readonly every?: number;
  readonly offset?: number;
}

/** The source of an input's numbers where none are fed. */
export type InputSource =
  /**
   * A batch of the data set, shuffled by the stream: samples, or their classes, one-hot. Each batch serves `repeat` runs
   * in turn.
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

/** A graph that trains nothing: one network in inference mode. */
export interface InferenceGraph {
  readonly name: 'sample' | 'score';
  /** The network that it computes. */
  readonly network: Player;
  /** True for one that takes the samples of a pack as one. */
  readonly takesPacks: boolean;
}

/** `sample` gives generated samples, `score` the scores of given samples. */
export const inferenceGraphs: readonly InferenceGraph[] = [
  { name: 'sample', network: 'generator', takesPacks: false },
  { name: 'score', network: 'discriminator', takesPacks: true },
];

/** The part of a program that is plain data, and all that the engine's thread needs. */
export interface Program {
  readonly graphs: readonly KernelGraph[];
  readonly inputs: readonly ProgramInput[];
  readonly state: readonly StateSpec[];
  /** One iteration, in order. */
  readonly iteration: readonly StepPlan[];
  readonly batchSize: number;
}

/** The moment at which a host scalar is computed. */
export interface ScalarMoment {
  /** Iteration, from 0. */
  readonly step: number;
  /** Update of the step, from 0; differs from `step` where a network is updated several times an iteration. */
  readonly update: number;
  /** Factor of all learning rates; default: 1. */
  readonly rateFactor?: number;
}

/** Host functions of a program by graph and input name: schedules and the optimizers' numbers, in float64. */
export type HostScalars = ReadonlyMap<string, ReadonlyMap<string, (at: ScalarMoment) => number>>;
