/** From a resolved spec to every graph of the GAN, with the origin of each number that enters them. */
import { GanspecError, InternalError, exitCodes } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { printGraph } from '../ir/print.js';
import type { Registry } from '../registry/registry.js';
import type { ResolvedGan } from '../spec/resolvedGan.js';
import { record } from '../trace/record.js';
import { GraphScope } from './graphScope.js';
import type { HostScalars, Program, ProgramInput, StateSpec, StepPlan } from './program.js';
import { stateTable } from './stateTable.js';
import {
  discriminatorStep,
  generatorStep,
  jointStep,
  sampleGraph,
  scoreGraph,
  type StepContext,
} from './steps.js';

/** A program, and the functions of its host scalars, which cannot leave the thread. */
export interface BuiltProgram {
  readonly program: Program;
  readonly scalars: HostScalars;
}

const recorders: Readonly<Record<string, (context: StepContext) => void>> = {
  joint: jointStep,
  discriminator: discriminatorStep,
  generator: generatorStep,
  sample: sampleGraph,
  score: scoreGraph,
};

/**
 * Records every graph that the spec needs.
 * @param optimize Applied to each recorded graph; inputs and state that it leaves unused are dropped from the program.
 * @throws GanspecError GAN503 where an entry computes with numbers that change from one recording to the next.
 */
export function buildProgram(
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
): BuiltProgram {
  const state = stateTable(resolved, registry);
  const iteration = iterationOf(resolved);
  const names = [...new Set([...iteration.map(({ step }) => step), 'sample', 'score'])];
  const graphs = names.map((name) => recordGraph(name, resolved, registry, state, optimize));
  const used = new Set(graphs.flatMap(({ graph }) => stateNames(graph)));
  return {
    program: {
      graphs: graphs.map(({ graph }) => graph),
      inputs: graphs.flatMap(({ inputs }) => inputs),
      state: state.filter(({ name }) => used.has(name)),
      iteration,
      batchSize: resolved.spec.training.batchSize,
    },
    scalars: new Map(graphs.map(({ graph, scalars }) => [graph.name, scalars])),
  };
}

/** State that a graph reads or replaces. */
function stateNames({ inputs, outputs }: KernelGraph): readonly string[] {
  return [...inputs, ...outputs].filter(({ kind }) => kind === 'state').map(({ name }) => name);
}

/** What one iteration runs, in order. */
function iterationOf({ spec }: ResolvedGan): readonly StepPlan[] {
  const { update, first, discriminatorSteps } = spec.training;
  if (update === 'simultaneous') return [{ step: 'joint', times: 1 }];
  const plan: StepPlan[] = [
    { step: 'discriminator', times: discriminatorSteps },
    { step: 'generator', times: 1 },
  ];
  return first === 'discriminator' ? plan : plan.reverse();
}

interface RecordedGraph {
  readonly graph: KernelGraph;
  readonly inputs: readonly ProgramInput[];
  readonly scalars: GraphScope['scalars'];
}

function recordGraph(
  name: string,
  resolved: ResolvedGan,
  registry: Registry,
  state: readonly StateSpec[],
  optimize: (graph: KernelGraph) => KernelGraph,
): RecordedGraph {
  const once = recordOnce(name, resolved, registry, state);
  const again = recordOnce(name, resolved, registry, state);
  if (printGraph(once.graph) !== printGraph(again.graph)) throw notRepeatable(name);
  const graph = optimize(once.graph);
  const used = new Set(graph.inputs.map((input) => input.name));
  return { ...once, graph, inputs: once.inputs.filter((input) => used.has(input.name)) };
}

function recordOnce(
  name: string,
  resolved: ResolvedGan,
  registry: Registry,
  state: readonly StateSpec[],
): RecordedGraph {
  const stateTypes = new Map(state.map((spec) => [spec.name, spec]));
  let scope: GraphScope | undefined;
  const graph = record(name, (recorder) => {
    scope = new GraphScope(recorder, name, stateTypes);
    recorders[name]?.({ scope, registry, resolved });
    return scope.outputs();
  });
  if (!scope) throw new InternalError(`the ${name} graph was not recorded`);
  return { graph, inputs: scope.inputs, scalars: scope.scalars };
}

function notRepeatable(name: string): GanspecError {
  return new GanspecError(
    'GAN503',
    exitCodes.spec,
    `the ${name} graph came out differently when it was recorded a second time`,
    'A layer, loss or penalty draws random numbers or keeps a counter of its own. Take random tensors from its context instead.',
  );
}
