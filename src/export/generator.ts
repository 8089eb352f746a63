/** A trained generator as other programs need to know it. */
import { InternalError } from '../diagnostics/errors.js';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Interval } from '../entries/interval.js';
import type { Shape } from '../ir/tensorType.js';
import { typeOf } from '../ir/typeOf.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Program } from '../program/program.js';
import type { Distribution } from '../random/distribution.js';

/** An input of the generator's model: random numbers, codes or classes. */
export interface GeneratorInput {
  readonly name: string;
  /** Of one sample. */
  readonly shape: Shape;
  /** One line for people. */
  readonly meaning: string;
  readonly distribution: Distribution;
}

/** Form in which people look at samples. */
export type SampleKind = 'image' | 'points' | 'sound' | 'text' | 'table' | 'numbers';

/** Plain data, kept in `export.json`. */
export interface GeneratorDescription {
  /** Of the spec. */
  readonly name: string;
  /** Seed of the random numbers where none is given. */
  readonly seed: number;
  /** Samples that the model takes at a time; null for any number. */
  readonly batchSize: number | null;
  readonly inputs: readonly GeneratorInput[];
  /** Shape of one sample. */
  readonly sample: Shape;
  readonly kind: SampleKind;
  /** Values of black and white in images; bounds of other samples, where they have any. */
  readonly range: Interval;
  /** Number of classes that can be asked for; null for a generator that is told none. */
  readonly classes: number | null;
  /** Their names; absent where they have numbers only. */
  readonly classNames?: readonly string[];
}

/** Facts of the spec and its data. */
export interface GeneratorFacts {
  readonly name: string;
  readonly seed: number;
  readonly data: DatasetDescription;
  readonly range: Interval;
}

/** @param isOpen True where the model takes any number of samples. */
export function describeGenerator(
  { graphs, inputs, batchSize }: Program,
  { name, seed, data, range }: GeneratorFacts,
  isOpen: boolean,
): GeneratorDescription {
  const sample = sampleShape(graphs);
  const own = inputs.flatMap(({ graph, source, ...input }) =>
    graph === 'sample' && source.kind === 'random'
      ? [
          {
            name: input.name,
            shape: input.shape.slice(1),
            meaning: input.meaning,
            distribution: source.distribution,
          },
        ]
      : [],
  );
  const classes = own.find((input) => input.name === 'labels')?.shape.at(-1) ?? null;
  return {
    name,
    seed,
    batchSize: isOpen ? null : batchSize,
    inputs: own,
    sample,
    kind: kindOf(sample, data),
    range,
    classes,
    ...(classes !== null &&
      data.classList && { classNames: data.classList.map((each) => each.name) }),
  };
}

function sampleShape(graphs: readonly KernelGraph[]): Shape {
  const graph = graphs.find((each) => each.name === 'sample');
  const [samples] = graph?.outputs ?? [];
  if (!graph || !samples) throw new InternalError('the program makes no samples');
  return typeOf(graph, samples.value).shape.slice(1);
}

function kindOf(sample: Shape, { form, columns }: DatasetDescription): SampleKind {
  if (form !== undefined) return form;
  if (columns) return 'table';
  const [first, , channels] = sample;
  if (sample.length === 3 && (channels === 1 || channels === 3)) return 'image';
  return sample.length === 1 && first === 2 ? 'points' : 'numbers';
}
