/** Shapes and names of a compiled GAN, for the types of its module. */
import { InternalError } from '../diagnostics/errors.js';
import type { SampleClass } from '../entries/dataset.js';
import { typeOf } from '../ir/typeOf.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Shape } from '../ir/tensorType.js';
import { graphsOf } from '../program/stepGraphs.js';
import type { Program } from '../program/program.js';

/** Inputs of one step graph with their shapes, and the names of the numbers it gives. */
export interface StepDescription {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly metrics: readonly string[];
}

/** Plain data, written out literally in a compiled module. */
export interface GanDescription {
  readonly name: string;
  /** Of a batch: `[batch, dim]`; null for a generator that reads no latent vectors. */
  readonly latent: Shape | null;
  /** Number of classes that can be sampled; null for a generator without classes. */
  readonly classes: number | null;
  /** Their names; absent where they have numbers only. */
  readonly classNames?: readonly string[];
  /** Of one sample. */
  readonly sample: Shape;
  readonly state: Readonly<Record<string, Shape>>;
  readonly steps: Readonly<Record<string, StepDescription>>;
}

/**
 * @param name Of the spec.
 * @param classList Classes of the data set, where they have names.
 */
export function describeGan(
  name: string,
  program: Program,
  classList?: readonly SampleClass[],
): GanDescription {
  const graphs = new Map(program.graphs.map((graph) => [graph.name, graph]));
  const sample = graphs.get('sample');
  const [samples] = sample?.outputs ?? [];
  const latent = sample?.inputs.find((input) => input.name === 'latent');
  const labels = sample?.inputs.find((input) => input.name === 'labels');
  if (!sample || !samples) throw new InternalError('the program makes no samples');
  const steps = program.iteration.flatMap(graphsOf).map((graph) => graph.name);
  return {
    name,
    latent: latent ? typeOf(sample, latent.value).shape : null,
    classes: (labels && typeOf(sample, labels.value).shape.at(-1)) ?? null,
    ...(labels && classList && { classNames: classList.map((each) => each.name) }),
    sample: typeOf(sample, samples.value).shape.slice(1),
    state: Object.fromEntries(program.state.map((state) => [state.name, state.shape])),
    steps: Object.fromEntries(
      program.graphs
        .filter((graph) => steps.includes(graph.name))
        .map((graph) => [graph.name, describeStep(graph)]),
    ),
  };
}

function describeStep(graph: KernelGraph): StepDescription {
  const feeds = graph.inputs.filter(({ kind }) => kind === 'feed');
  return {
    inputs: Object.fromEntries(feeds.map(({ name, value }) => [name, typeOf(graph, value).shape])),
    metrics: graph.outputs.filter(({ kind }) => kind === 'result').map(({ name }) => name),
  };
}
