/** Reverse-mode differentiation of the nodes recorded so far. */
import { InternalError } from '../diagnostics/errors.js';
import type { AnyKernelNode, ValueId } from '../ir/kernelGraph.js';
import { typeText } from '../ir/tensorType.js';
import { tf, type Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import type { Pull } from './rules/rule.js';
import { rules } from './rules/rules.js';

/**
 * Derivatives of a recorded tensor with respect to others. They are recorded in turn, so they can be used and differentiated
 * like any tensor.
 *
 *   result[i] = ∂ (Σ seed·y) / ∂ xs[i]
 *
 * Only paths from `xs` to `y` are differentiated. A tensor and its clones are one value.
 *
 * @param y Any shape, float32.
 * @param xs Inputs, constants or intermediate results of the recording.
 * @param seed Weights of `y`'s elements, of its shape; 1 by default.
 * @returns One tensor for each of `xs`, of its shape; zeros where `y` does not depend on it.
 * @throws GanspecError for tensors from outside the recording.
 */
export function gradients(
  recorder: Recorder,
  y: Tensor,
  xs: readonly Tensor[],
  seed?: Tensor,
): Tensor[] {
  const result = recorder.valueOf(y);
  const targets = xs.map((x) => recorder.valueOf(x));
  const nodes = [...recorder.nodes];
  const reached = dependents(recorder, nodes, targets);
  const collected = new Map([[result, seed ?? recorder.fill(realType(recorder, result), 1)]]);
  for (const node of nodes.reverse()) {
    const gradient = collected.get(node.output);
    if (gradient === undefined || !reached.has(node.output)) continue;
    recorder.at(node.origin, () => {
      pulls(recorder, node, gradient).forEach((pull, place) => {
        const input = node.inputs[place];
        if (input === undefined || pull === null || !reached.has(input)) return;
        const before = collected.get(input);
        const part = pull();
        collected.set(input, before === undefined ? part : tf.add(before, part));
      });
    });
  }
  return targets.map(
    (target) => collected.get(target) ?? recorder.fill(recorder.typeOf(target), 0),
  );
}

/** The targets and the values that depend on them differentiably. */
export function dependents(
  recorder: Recorder,
  nodes: readonly AnyKernelNode[],
  targets: readonly ValueId[],
): ReadonlySet<ValueId> {
  const isReal = (value: ValueId) => recorder.typeOf(value).dtype === 'float32';
  const reached = new Set(targets.filter(isReal));
  for (const { kernel, inputs, output } of nodes) {
    if (rules[kernel] === 'zero' || !isReal(output)) continue;
    if (inputs.some((input) => reached.has(input))) reached.add(output);
  }
  return reached;
}

function pulls(recorder: Recorder, node: AnyKernelNode, gradient: Tensor): readonly Pull[] {
  const rule = rules[node.kernel];
  if (rule === 'zero') return [];
  const call = {
    inputs: node.inputs.map((input) => recorder.tensorOf(input)),
    output: recorder.tensorOf(node.output),
    attributes: node.attributes,
    gradient,
    recorder,
  };
  // Rule and node are of the same kernel, and the recorder has checked the number of inputs.
  return (rule as (call: unknown) => readonly Pull[])(call);
}

function realType(recorder: Recorder, value: ValueId) {
  const type = recorder.typeOf(value);
  if (type.dtype !== 'float32') {
    throw new InternalError(`a tensor ${typeText(type)} has no gradient: only float32 has`);
  }
  return type;
}
