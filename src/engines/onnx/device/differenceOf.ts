/** The comparison of a run on a device with the same run on the CPU. */
import type { TensorMap } from '../../../ir/tensorType.js';

/** The outcome of a run: its results, and the state after it. */
export interface RunOutcome {
  readonly results: TensorMap;
  readonly state: TensorMap;
}

/** The largest difference of a result, relative to it, and beside that the largest of all. */
const [ofResult, leastOfResult] = [1e-3, 1e-5];
/**
 * The largest difference of the state after a run, relative to the change that the run makes. Where the parts of a gradient
 * cancel, as those of real and generated samples in the last bias of a critic, rounding is all that is left of it, and an
 * optimizer such as Adam takes a whole step from that. So all tensors count together, and by much more than rounding.
 */
const ofChange = 0.05;
/** The same relative to the state, for what a run hardly changes. */
const ofState = 1e-5;

/** The first difference beyond rounding, as a phrase that goes before "than the CPU"; undefined where there is none. */
export function differenceOf(
  found: RunOutcome,
  expected: RunOutcome,
  before: TensorMap,
): string | undefined {
  for (const [name, { data }] of expected.results) {
    const difference = distance(found.results.get(name)?.data ?? [], data, Infinity);
    const norm = distance(data, [], 0);
    if (difference <= ofResult * norm + leastOfResult * Math.sqrt(data.length)) continue;
    return `another "${name}" (relative difference ${(difference / norm).toPrecision(2)})`;
  }
  let [difference, change, norm] = [0, 0, 0];
  for (const [name, { data }] of expected.state) {
    difference += distance(found.state.get(name)?.data ?? [], data, Infinity) ** 2;
    change += distance(before.get(name)?.data ?? [], data, 0) ** 2;
    norm += distance(data, [], 0) ** 2;
  }
  const [off, step, size] = [difference, change, norm].map(Math.sqrt) as [number, number, number];
  if (off <= ofChange * step + ofState * size) return undefined;
  return `another state (its difference is ${(off / step).toPrecision(2)} of what the run changes)`;
}

/**
 * ‖a − b‖, with 0 in the place of numbers that either lacks; elements that are not finite in both are left out.
 * @param oneSided The difference that an element counts for which is finite in one of them alone.
 */
function distance(a: ArrayLike<number>, b: ArrayLike<number>, oneSided: number): number {
  const length = Math.max(a.length, b.length);
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a[at] ?? 0, b[at] ?? 0];
    const [isFinite, otherIsFinite] = [Number.isFinite(one), Number.isFinite(other)];
    if (isFinite && otherIsFinite) sum += (one - other) ** 2;
    else if (isFinite !== otherIsFinite) sum += oneSided;
  }
  return Math.sqrt(sum);
}
