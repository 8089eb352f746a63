/** Checks shared by all engines: of the graphs and state that a session declares, and of the tensors that a caller passes. */
import { GanspecError, InternalError, exitCodes } from '../diagnostics/errors.js';
import { arrayOf } from '../ir/arrays.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { sameType } from '../ir/sameType.js';
import { sizeOf, typeText, type TensorMap, type TensorType } from '../ir/tensorType.js';
import { typeOf } from '../ir/typeOf.js';

/**
 * The graphs of a session by name.
 *
 * @throws InternalError where two have one name.
 */
export function graphsByName(graphs: readonly KernelGraph[]): ReadonlyMap<string, KernelGraph> {
  const byName = new Map<string, KernelGraph>();
  for (const graph of graphs) {
    if (byName.has(graph.name)) throw new InternalError(`two graphs are named "${graph.name}"`);
    byName.set(graph.name, graph);
  }
  return byName;
}

/**
 * A graph of the session by its name.
 *
 * @throws InternalError where no graph of this name was prepared.
 */
export function graphNamed<G>(graphs: ReadonlyMap<string, G>, name: string): G {
  const graph = graphs.get(name);
  if (graph === undefined) throw new InternalError(`no graph named "${name}" was prepared`);
  return graph;
}

/**
 * Types of the state tensors that graphs share, by name.
 *
 * @throws InternalError where two graphs declare one name with two types.
 */
export function sharedState(graphs: readonly KernelGraph[]): ReadonlyMap<string, TensorType> {
  const state = new Map<string, TensorType>();
  for (const graph of graphs) {
    for (const { kind, name, value } of [...graph.inputs, ...graph.outputs]) {
      if (kind !== 'state') continue;
      const type = typeOf(graph, value);
      const known = state.get(name) ?? type;
      if (!sameType(known, type)) {
        const types = `${typeText(known)} and ${typeText(type)}`;
        throw new InternalError(`the state "${name}" is declared as both ${types}`);
      }
      state.set(name, known);
    }
  }
  return state;
}

/**
 * Checks that each feed of the graph is passed with its declared type, and nothing else.
 *
 * @throws GanspecError (GAN520) naming the first input that is missing, unknown or of another type.
 */
export function checkFeeds(graph: KernelGraph, feeds: TensorMap): void {
  const declared = new Map(
    graph.inputs
      .filter(({ kind }) => kind === 'feed')
      .map(({ name, value }) => [name, typeOf(graph, value)]),
  );
  const where = `graph "${graph.name}"`;
  for (const [name, type] of declared) {
    if (!feeds.has(name)) {
      throw tensorError(`${where} misses its input "${name}", ${typeText(type)}`);
    }
  }
  checkTensors(feeds, declared, `input of ${where}`);
}

/**
 * Checks tensors that replace state.
 *
 * @throws GanspecError (GAN520) naming the first tensor that is not declared or has another type.
 */
export function checkState(state: TensorMap, declared: ReadonlyMap<string, TensorType>): void {
  checkTensors(state, declared, 'state');
}

function checkTensors(
  tensors: TensorMap,
  declared: ReadonlyMap<string, TensorType>,
  what: string,
): void {
  for (const [name, tensor] of tensors) {
    const type = declared.get(name);
    if (type === undefined) throw tensorError(`"${name}" is no ${what}`);
    if (!sameType(type, tensor)) {
      throw tensorError(`"${name}", ${what}, is ${typeText(type)}, got ${typeText(tensor)}`);
    }
    if (
      !(tensor.data instanceof arrayOf[type.dtype]) ||
      tensor.data.length !== sizeOf(type.shape)
    ) {
      const wanted = `a ${arrayOf[type.dtype].name} of ${sizeOf(type.shape)} numbers`;
      const got = `a ${tensor.data.constructor.name} of ${tensor.data.length}`;
      throw tensorError(`"${name}", ${what}, needs ${wanted}, got ${got}`);
    }
  }
}

function tensorError(message: string): GanspecError {
  const hint = '`gan.program` lists every input and state tensor with its shape.';
  return new GanspecError('GAN520', exitCodes.usage, message, hint);
}
