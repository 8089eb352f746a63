import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';

/** Most names that a message lists. */
const maxNames = 3;

/**
 * Refuses a saved state from which a GAN would be restored in part, or to numbers that nothing can be computed from.
 * @param names Of all state tensors of the GAN.
 * @throws GanspecError GAN603 where tensors are missing, GAN604 where numbers are not finite; exit code 6.
 */
export function checkStateComplete(state: TensorMap, names: Iterable<string>): void {
  const all = [...names];
  const missing = all.filter((name) => !state.has(name));
  if (missing.length > 0) {
    throw new GanspecError(
      'GAN603',
      exitCodes.checkpoint,
      `the saved state lacks ${missing.length} of ${all.length} tensors: ${listOf(missing)}`,
      'Take the state of a run of this very spec, or train again.',
    );
  }
  const broken = [...state].filter(([, { data }]) => data.some((value) => !Number.isFinite(value)));
  if (broken.length > 0) {
    throw new GanspecError(
      'GAN604',
      exitCodes.checkpoint,
      `${broken.length} of ${all.length} tensors of the saved state have numbers that are not finite: ${listOf(broken.map(([name]) => name))}`,
      'The run diverged: lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip, and train again.',
    );
  }
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).join(', ');
  return names.length > maxNames ? `${shown}, …` : shown;
}
