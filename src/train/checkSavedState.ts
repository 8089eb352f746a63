/** Checks of a saved state before anything goes on from it. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap, TensorType } from '../ir/tensorType.js';
import { checkStateBelongs, isTensorMap } from './checkStateBelongs.js';
import { namesText, tensorsNotFinite } from './tensorsNotFinite.js';

/**
 * Refuses a saved state that a program cannot go on from.
 * @param types Of all state tensors of the program, by name.
 * @throws GanspecError GAN603 where a tensor is missing, GAN604 where a number is not finite, both with exit code 6; GAN504
 * for a name or a type that the program does not have.
 */
export function checkSavedState(state: TensorMap, types: ReadonlyMap<string, TensorType>): void {
  isTensorMap('the saved state', state);
  checkComplete(state, [...types.keys()]);
  checkFiniteState(state);
  checkStateBelongs(state, types);
}

/** Refuses numbers that nothing can be computed from. @throws GanspecError GAN604, exit code 6. */
export function checkFiniteState(state: TensorMap): void {
  const broken = tensorsNotFinite(state);
  if (broken.length === 0) return;
  throw new GanspecError(
    'GAN604',
    exitCodes.checkpoint,
    `${broken.length} of ${state.size} tensors of the saved state have numbers that are not finite: ${namesText(broken)}`,
    'The run diverged: lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip, and train again.',
  );
}

/** Refuses a state from which a GAN would be restored in part. */
function checkComplete(state: TensorMap, names: readonly string[]): void {
  const missing = names.filter((name) => !state.has(name));
  if (missing.length === 0) return;
  throw new GanspecError(
    'GAN603',
    exitCodes.checkpoint,
    `the saved state lacks ${missing.length} of ${names.length} tensors: ${namesText(missing)}`,
    'Take the state of a run of this very spec, or train again.',
  );
}
