/** Records one function of an outline, at two sizes of batch. */
import { InternalError } from '../../diagnostics/errors.js';
import type { Registry } from '../../entries/registry.js';
import type { KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import { sameShape } from '../../ir/broadcast.js';
import { clockOf } from '../../language/schedule.js';
import type { ResolvedGan } from '../../language/resolvedGan.js';
import type { Tensor } from '../../tf.js';
import { record } from '../../trace/record.js';
import { GraphScope } from '../graphScope.js';
import { stateTable } from '../stateTable.js';
import type { GraphContext } from '../stepContext.js';
import { CallRecorder } from './callRecorder.js';
import type { StepOperand } from './operands.js';
import type { OutlinedFunction } from './outline.js';

/** A GAN to be outlined. */
export interface Source {
  readonly resolved: ResolvedGan;
  readonly registry: Registry;
}

/** The results of a body: tensors that it returns, and the operands that it asked for. */
export interface Recorded {
  readonly returns: readonly Tensor[];
  readonly operands: readonly Pick<StepOperand, 'name' | 'value'>[];
}

type Body = (context: GraphContext, calls: CallRecorder) => Recorded;

/** @param step First part of the names of random streams. */
export function recordFunction(
  name: string,
  step: string,
  { resolved, registry }: Source,
  body: Body,
): OutlinedFunction {
  const { batchSize } = resolved.spec.training;
  const [one, two] = [batchSize, 2 * batchSize].map((size) =>
    recordOnce(name, step, { resolved: withBatch(resolved, size), registry }, body),
  );
  if (!one || !two) throw new InternalError('a function was recorded too seldom');
  const { graph, ...rest } = one;
  if (!haveOneForm(graph, two.graph)) {
    throw new InternalError(`the function ${name} has another form at other batch sizes`);
  }
  return { name, graphs: [graph, two.graph], ...rest };
}

function withBatch(resolved: ResolvedGan, batchSize: number): ResolvedGan {
  const training = { ...resolved.spec.training, batchSize };
  return { ...resolved, spec: { ...resolved.spec, training } };
}

function haveOneForm(a: KernelGraph, b: KernelGraph): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.nodes.every(({ kernel, inputs }, at) => {
      const other = b.nodes[at];
      return other?.kernel === kernel && sameShape(other.inputs, inputs);
    })
  );
}

function recordOnce(
  name: string,
  step: string,
  { resolved, registry }: Source,
  body: Body,
): Omit<OutlinedFunction, 'name' | 'graphs'> & { readonly graph: KernelGraph } {
  const states = new Map(stateTable(resolved, registry).map((spec) => [spec.name, spec]));
  const clock = clockOf(resolved.spec, resolved.data);
  let rest: Omit<OutlinedFunction, 'name' | 'graphs'> | undefined;
  const graph = record(name, (recorder) => {
    const calls = new CallRecorder(recorder);
    const scope = new GraphScope(recorder, name, step, states, clock, calls);
    const { returns, operands } = body({ scope, registry, resolved }, calls);
    const valueOf = (tensor: Tensor): ValueId => recorder.valueOf(tensor);
    rest = {
      calls: calls.calls,
      parameters: operands.map(({ name: own, value }) => ({ name: own, value })),
      returns: returns.map(valueOf),
      feeds: scope.inputs,
      schedules: scope.schedules,
    };
    return scope.outputs();
  });
  if (!rest) throw new InternalError(`the function ${name} was not recorded`);
  return { graph, ...rest };
}
