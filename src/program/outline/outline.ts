/** The mathematics of a GAN as functions that call each other, for programs that differentiate it themselves. */
import type { KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import type { ResolvedGan, StepName } from '../../language/resolvedGan.js';
import type { Scheduled } from '../../language/normalSpec.js';
import type { Part } from '../networkPass.js';
import type { ProgramInput, StateSpec } from '../program.js';

/** A pass of a network. */
export interface NetworkCall {
  readonly kind: 'network';
  /** Its role. */
  readonly network: string;
  /** First part of the names of its random inputs, and its share of them. */
  readonly prefix: string;
  readonly part: Part | undefined;
  /** True where it moves running statistics. */
  readonly updates: boolean;
}

/** The parts of the mathematics that stand as calls in a graph. */
export type Callee =
  | NetworkCall
  /** The gradient of the sum of the first operand by the second. */
  | { readonly kind: 'gradient' }
  /** Augmented images. */
  | { readonly kind: 'augment'; readonly prefix: string; readonly part: Part | undefined }
  /** A term of a loss, or another function of this name. */
  | { readonly kind: 'function'; readonly name: string };

/** A call in a graph; its results are inputs of the graph. */
export interface GraphCall {
  readonly callee: Callee;
  readonly inputs: readonly ValueId[];
  /** Results by name: `output`, or a layer of the network. */
  readonly outputs: readonly { readonly name: string; readonly value: ValueId }[];
  /** Number of nodes recorded before it. */
  readonly after: number;
  /** JSON Pointer of the part of the spec that it comes from; empty where there is none. */
  readonly origin: string;
}

/** A function: its graph for the batch of the spec and for twice as many samples, which differ in sizes alone. */
export interface OutlinedFunction {
  readonly name: string;
  readonly graphs: readonly [KernelGraph, KernelGraph];
  readonly calls: readonly GraphCall[];
  /** Operands by name. */
  readonly parameters: readonly { readonly name: string; readonly value: ValueId }[];
  readonly returns: readonly ValueId[];
  /** Random inputs, data and scheduled numbers, by name. */
  readonly feeds: readonly ProgramInput[];
  /** The scheduled numbers among them, as the spec has them. */
  readonly schedules: ReadonlyMap<string, Scheduled>;
}

/** A network in training and in inference; each result of a layer is an output of the graph, `layer/<name>`. */
export interface OutlinedNetwork {
  readonly role: string;
  readonly training: OutlinedFunction;
  readonly inference: OutlinedFunction;
}

/** A term of a player's loss. */
export interface OutlinedTerm {
  readonly player: string;
  /** Name of the function that computes it, already weighted. */
  readonly name: string;
  readonly call: number;
  /** The penalty that it is, where it acts on every n-th update alone. */
  readonly lazy: { readonly name: string; readonly every: number } | undefined;
}

/** The losses of one step. */
export interface OutlinedStep {
  readonly step: StepName;
  readonly body: OutlinedFunction;
  readonly terms: readonly OutlinedTerm[];
}

/** A function from a parameter to its new value. */
export interface OutlinedProjection {
  readonly network: string;
  readonly penalty: string;
  readonly body: OutlinedFunction;
}

/** A GAN, outlined. */
export interface OutlinedGan {
  readonly resolved: ResolvedGan;
  readonly networks: readonly OutlinedNetwork[];
  /** Terms of losses, augmentation and what adapts. */
  readonly functions: readonly OutlinedFunction[];
  readonly steps: readonly OutlinedStep[];
  /** Samples of the generator in inference. */
  readonly samples: OutlinedFunction;
  /** Changes of a network's parameters after each update, such as clipping; a penalty that is lazy acts when it is due. */
  readonly projections: readonly OutlinedProjection[];
  readonly state: readonly StateSpec[];
}
