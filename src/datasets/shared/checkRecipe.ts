import { counted } from '../../diagnostics/counted.js';

/**
 * Checks that a recipe is one of samples of this size: it may come from a damaged folder.
 * @param numbers Count over all samples.
 * @param width Numbers of one sample according to the recipe.
 * @throws RangeError
 */
export function checkRecipe(numbers: number, width: number): void {
  if (width > 0 && numbers % width === 0) return;
  throw new RangeError(
    `its recipe is of samples of ${counted(width, 'number')}, which ${numbers} are not`,
  );
}
