/** The contract of export targets: a trained generator → the files that one consumer needs. */
import type { LoadedDataset } from '../../entries/dataset.js';
import type { Player } from '../../entries/player.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { ResolvedGan } from '../../language/resolvedGan.js';
import type { OutlinedGan } from '../../program/outline/outline.js';
import type { Program } from '../../program/program.js';
import type { GeneratorDescription } from '../generator.js';
import type { Quantization } from '../quantize.js';
import type { NetworkModels, NetworkSource } from '../networkModels.js';

/** Options of single targets. */
export interface TargetOptions {
  /** Writes the discriminator too. */
  readonly discriminator?: boolean;
  /** Keeps the weights in this type. */
  readonly quantize?: Quantization;
}

/** A network with its models. */
export interface ExportedNetwork extends NetworkSource {
  /** Lowered at the first call. */
  readonly models: () => NetworkModels;
}

/** A GAN with its state. A spec that was never trained has one too: that of iteration 0. */
export interface ExportSource {
  /** One or two sentences of the spec's author. */
  readonly about: string | undefined;
  /** Every layer with its options, and the merged spec. */
  readonly resolved: ResolvedGan;
  readonly program: Program;
  readonly networks: Readonly<Record<Player, ExportedNetwork>>;
  readonly generator: GeneratorDescription;
  /** All state tensors, among them the generator's averaged weights where the spec keeps them. */
  readonly state: TensorMap;
  /** Iterations of training done. */
  readonly iteration: number;
  /** Weights that the generator samples with. */
  readonly weights: 'average' | 'latest';
  /** Facts that the data set keeps to write samples in the form of the data: plain JSON. */
  readonly recipe: unknown;
  /** Name and version of this program. */
  readonly writtenBy: string;
  /** The same samples of the engine each time, with some state tensors replaced. */
  readonly samplesWith: (state: TensorMap) => Promise<Float32Array>;
  /** The mathematics of training as functions, recorded at the call. */
  readonly outline: () => OutlinedGan;
  /** Iterations from this state, with all numbers that enter and leave them. */
  readonly recordIterations: (count: number) => Promise<RecordedNumbers>;
  readonly openDataset: () => Promise<LoadedDataset>;
}

/** The numbers that entered and left some iterations. */
export interface RecordedNumbers {
  /** `feeds/<step>/<run>/<input>`, and `report/<iteration>/<result>`. */
  readonly numbers: TensorMap;
  /** The state after the last one. */
  readonly state: TensorMap;
}

/** The result of a target. */
export interface TargetFiles {
  /** By path inside the folder, with slashes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Facts that `export.json` keeps beside those of every target: plain JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Notes for the user, one sentence each. */
  readonly notes?: readonly string[];
}

/** Makes the files of one target; nothing is written where it throws. */
export type WriteTarget = (
  source: ExportSource,
  options: TargetOptions,
) => TargetFiles | Promise<TargetFiles>;
