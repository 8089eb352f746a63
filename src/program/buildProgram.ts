/** From a resolved spec to every graph of the GAN, with the source of each number that enters them. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import { verify } from '../ir/verify/verify.js';
import type { Registry } from '../entries/registry.js';
import { clockOf } from '../language/schedule.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { afterRecording } from '../trace/afterRecording.js';
import { record } from '../trace/record.js';
import { GraphScope } from './graphScope.js';
import { notRepeatable } from './notRepeatable.js';
import { inferenceGraphs, type InferenceGraph } from './program.js';
import type { HostScalars, Program, ProgramInput, StateSpec } from './program.js';
import { stateTable } from './stateTable.js';
import { sampleGraph, scoreGraph, trainingStep } from './steps.js';
import { graphsOf, type StepGraph } from './stepGraphs.js';
import type { GraphContext } from './stepContext.js';

/** A program, and the functions of its host scalars, which cannot leave the thread. */
export interface BuiltProgram {
  readonly program: Program;
  readonly scalars: HostScalars;
}

/** A graph to be recorded. */
export interface GraphRecording {
  readonly name: string;
  readonly step: string;
  readonly recordInto: (context: GraphContext) => void;
}

function stepRecording({ name, ...form }: StepGraph): GraphRecording {
  return {
    name,
    step: form.step,
    recordInto: (context) => {
      trainingStep({ ...context, ...form });
    },
  };
}

const inference: Readonly<Record<InferenceGraph['name'], GraphRecording['recordInto']>> = {
  sample: sampleGraph,
  score: scoreGraph,
};

/**
 * Records every graph that the spec needs.
 * @param optimize Applied to each recorded graph; inputs and state that it leaves unused are dropped from the program.
 * @param maxNodes Largest number of recorded nodes in all graphs.
 * @throws GanspecError GAN706 where there are more; GAN503 where an entry computes with numbers that change from one recording to the next.
 */
export function buildProgram(
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
  maxNodes = Infinity,
): BuiltProgram {
  const { iteration } = resolved;
  const recordings = [
    ...iteration.flatMap(graphsOf).map(stepRecording),
    ...inferenceGraphs.map(({ name }) => ({ name, step: name, recordInto: inference[name] })),
  ];
  return recordProgram(recordings, resolved, registry, optimize, maxNodes);
}

/** Records graphs that share the state of a GAN. @throws As `buildProgram`. */
export function recordProgram(
  recordings: readonly GraphRecording[],
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
  maxNodes = Infinity,
): BuiltProgram {
  const state = stateTable(resolved, registry);
  let left = maxNodes;
  const graphs = recordings.map((recording) => {
    const recorded = recordGraph(recording, { resolved, registry, state, maxNodes: left });
    left -= recorded.graph.nodes.length;
    return optimized(recorded, optimize);
  });
  const used = new Set(graphs.flatMap(({ graph }) => stateNames(graph)));
  return {
    program: {
      graphs: graphs.map(({ graph }) => graph),
      inputs: graphs.flatMap(({ inputs }) => inputs),
      state: state.filter(({ name }) => used.has(name)),
      iteration: resolved.iteration,
      batchSize: resolved.spec.training.batchSize,
    },
    scalars: new Map(graphs.map(({ graph, scalars }) => [graph.name, scalars])),
  };
}

/**
 * Records the graph of one network in inference mode anew, for batches of another size.
 * @param optimize As for `buildProgram`.
 */
export function inferenceGraph(
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
  { name }: InferenceGraph,
  batchSize: number,
): KernelGraph {
  const training = { ...resolved.spec.training, batchSize };
  const context = {
    resolved: { ...resolved, spec: { ...resolved.spec, training } },
    registry,
    state: stateTable(resolved, registry),
    maxNodes: Infinity,
  };
  return optimize(recordGraph({ name, step: name, recordInto: inference[name] }, context).graph);
}

/** Names of the state tensors that a graph reads or replaces. */
function stateNames({ inputs, outputs }: KernelGraph): readonly string[] {
  return [...inputs, ...outputs].filter(({ kind }) => kind === 'state').map(({ name }) => name);
}

interface RecordedGraph {
  readonly graph: KernelGraph;
  readonly inputs: readonly ProgramInput[];
  readonly scalars: GraphScope['scalars'];
}

interface RecordingContext {
  readonly resolved: ResolvedGan;
  readonly registry: Registry;
  readonly state: readonly StateSpec[];
  readonly maxNodes: number;
}

function recordGraph(recording: GraphRecording, context: RecordingContext): RecordedGraph {
  const once = recordOnce(recording, context);
  const again = recordOnce(recording, context);
  if (printGraph(once.graph) !== printGraph(again.graph)) {
    throw notRepeatable(once.graph, again.graph, context.resolved.spec, context.registry);
  }
  verify(once.graph, afterRecording);
  return once;
}

/** A recorded graph after the passes, without the inputs that they leave unused. */
function optimized(
  recorded: RecordedGraph,
  optimize: (graph: KernelGraph) => KernelGraph,
): RecordedGraph {
  const graph = optimize(recorded.graph);
  const used = new Set(graph.inputs.map((input) => input.name));
  return { ...recorded, graph, inputs: recorded.inputs.filter((input) => used.has(input.name)) };
}

function recordOnce(
  { name, step, recordInto }: GraphRecording,
  { resolved, registry, state, maxNodes }: RecordingContext,
): RecordedGraph {
  const stateTypes = new Map(state.map((spec) => [spec.name, spec]));
  const clock = clockOf(resolved.spec, resolved.data);
  let scope: GraphScope | undefined;
  const graph = record(
    name,
    (recorder) => {
      scope = new GraphScope(recorder, name, step, stateTypes, clock);
      recordInto({ scope, registry, resolved });
      return scope.outputs();
    },
    maxNodes,
  );
  if (!scope) throw new InternalError(`the ${name} graph was not recorded`);
  return { graph, inputs: scope.inputs, scalars: scope.scalars };
}
