/** Operands of a network that was lowered for two batch sizes. */
import { isDeepStrictEqual } from 'node:util';
import { growthOf, type BatchSizes, type Growing, type Pair } from './sizes.js';

/** A constant of a lowered network. */
export interface LoweredConstant {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array | BigInt64Array;
}

/** The name of a tensor, or a list that grows with the batch. */
export type Operand = string | Growing;

/** A node, of either form, with the names of its operands. */
interface LoweredNode {
  readonly inputs: readonly string[];
}

/**
 * The operands of one node at both sizes.
 * @param constants The constants of both networks by name.
 * @returns Undefined where the nodes differ in more than lists of whole numbers.
 */
export function operandsOf(
  [{ inputs, ...form }, other]: readonly [LoweredNode, LoweredNode | undefined],
  constants: Pair<ReadonlyMap<string, LoweredConstant>>,
  sizes: BatchSizes,
): readonly Operand[] | undefined {
  if (!other) return undefined;
  const { inputs: otherInputs, ...otherForm } = other;
  if (!isDeepStrictEqual(form, otherForm) || inputs.length !== otherInputs.length) return undefined;
  const operands = inputs.map((name, place) =>
    operandOf([name, otherInputs[place] ?? ''], constants, sizes),
  );
  return operands.every((operand) => operand !== undefined) ? operands : undefined;
}

function operandOf(
  [name, otherName]: Pair<string>,
  constants: Pair<ReadonlyMap<string, LoweredConstant>>,
  sizes: BatchSizes,
): Operand | undefined {
  const [own, other] = [constants[0].get(name), constants[1].get(otherName)];
  if (!own || !other) return own === other && name === otherName ? name : undefined;
  const [{ data, ...type }, { data: otherData, ...otherType }] = [own, other];
  if (!isDeepStrictEqual(type, otherType)) return undefined;
  if (isDeepStrictEqual(data, otherData)) return name;
  if (data instanceof Float32Array) return undefined;
  return growthOf([Array.from(data, Number), Array.from(otherData, Number)], sizes);
}
