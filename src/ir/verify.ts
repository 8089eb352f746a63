/** The promises that every kernel graph keeps. */
import { InternalError } from '../diagnostics/errors.js';
import { sameShape } from './broadcast.js';
import type { AnyKernelNode, GraphConstant, KernelGraph, ValueId } from './kernelGraph.js';
import { inferType } from './shapeRules/shapeRules.js';
import { sizeOf, typeText, type DType, type TensorType } from './tensorType.js';

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const satisfies {
  readonly [D in DType]: unknown;
};

/**
 * Checks that values are defined once and before their use, that types are those of the shape rules, that names are
 * unique, and that state keeps its type.
 *
 * @throws InternalError listing all faults, one a line.
 */
export function verify(graph: KernelGraph): void {
  const faults = [...valueFaults(graph), ...outputFaults(graph), ...nameFaults(graph)];
  if (faults.length === 0) return;
  const lines = faults.map((fault) => `\n  ${fault}`).join('');
  throw new InternalError(`the graph "${graph.name}" breaks its promises:${lines}`);
}

function* valueFaults({ types, inputs, constants, nodes }: KernelGraph): Iterable<string> {
  const defined = new Set<ValueId>();
  function* define(value: ValueId, what: string): Iterable<string> {
    if (types[value] === undefined) yield `${what} defines ${value}, which has no type`;
    if (defined.has(value)) yield `${what} defines ${value}, which is defined already`;
    defined.add(value);
  }
  for (const { name, value } of inputs) yield* define(value, `input ${name}`);
  for (const constant of constants) {
    yield* define(constant.value, `constant ${constant.value}`);
    yield* constantFaults(constant, types[constant.value]);
  }
  for (const [index, node] of nodes.entries()) {
    const what = `node ${index} (${node.kernel})`;
    const missing = node.inputs.filter((value) => !defined.has(value));
    if (missing.length > 0) yield `${what} uses ${missing.join(', ')} before its definition`;
    if (node.origin !== '' && !node.origin.startsWith('/')) {
      yield `${what} has the origin "${node.origin}", which is no JSON Pointer`;
    }
    yield* define(node.output, what);
    yield* typeFaults(node, what, types);
  }
}

function* constantFaults(
  { value, content }: GraphConstant,
  type: TensorType | undefined,
): Iterable<string> {
  if (type === undefined || !('data' in content)) return;
  const agrees =
    content.data instanceof arrays[type.dtype] && content.data.length === sizeOf(type.shape);
  if (!agrees) {
    yield `constant ${value} of type ${typeText(type)} holds ${content.data.constructor.name}(${content.data.length})`;
  }
}

function* typeFaults(
  node: AnyKernelNode,
  what: string,
  types: readonly TensorType[],
): Iterable<string> {
  const declared = types[node.output];
  const operands = node.inputs.flatMap((value) => types[value] ?? []);
  if (declared === undefined || operands.length < node.inputs.length) return;
  try {
    const inferred = inferType(node.kernel, operands, node.attributes);
    if (!sameType(declared, inferred)) {
      yield `${what} declares ${typeText(declared)} and gives ${typeText(inferred)}`;
    }
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    yield `${what}: ${error.message}`;
  }
}

function* outputFaults({
  types,
  inputs,
  constants,
  nodes,
  outputs,
}: KernelGraph): Iterable<string> {
  const defined = new Set([...inputs, ...constants].map(({ value }) => value));
  for (const node of nodes) defined.add(node.output);
  const states = new Map(
    inputs.filter(({ kind }) => kind === 'state').map(({ name, value }) => [name, types[value]]),
  );
  for (const { kind, name, value } of outputs) {
    if (!defined.has(value)) yield `output ${name} is ${value}, which is not defined`;
    const [before, after] = [states.get(name), types[value]];
    if (kind === 'state' && before && after && !sameType(before, after)) {
      yield `state ${name} comes as ${typeText(before)} and goes as ${typeText(after)}`;
    }
  }
}

function* nameFaults({ inputs, outputs }: KernelGraph): Iterable<string> {
  yield* repeats(inputs.map(({ name }) => `input ${name}`));
  yield* repeats(outputs.map(({ kind, name }) => `${kind} output ${name}`));
}

function* repeats(names: readonly string[]): Iterable<string> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) yield `${name} is there twice`;
    seen.add(name);
  }
}

function sameType(a: TensorType, b: TensorType): boolean {
  return a.dtype === b.dtype && sameShape(a.shape, b.shape);
}
