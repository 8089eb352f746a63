import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { LossEntry } from '../entries/loss.js';
import type { PenaltyEntry } from '../entries/penalty.js';
import type { Tagged } from '../entries/tagged.js';

/** GivenNumbers by name. */
export type GivenNumbers = Readonly<Record<string, number>>;

/**
 * The state of a loss or a penalty: its first values, some of them replaced.
 * @throws GanspecError GAN540 for numbers that it does not keep, or that are not finite.
 */
export function givenState(
  entry: LossEntry | PenaltyEntry,
  config: Tagged,
  given: GivenNumbers,
): readonly (readonly [name: string, value: number])[] {
  const { kind, type } = entry;
  const first = entry.state(config);
  const wrong = Object.keys(given).find(
    (name) => !Object.hasOwn(first, name) || !Number.isFinite(given[name]),
  );
  if (wrong === undefined) return Object.entries({ ...first, ...given });
  const names = Object.keys(first);
  throw new GanspecError(
    'GAN540',
    exitCodes.usage,
    Object.hasOwn(first, wrong)
      ? `the state "${wrong}" of ${kind} "${type}" must be a finite number, not ${given[wrong] ?? NaN}`
      : `the ${kind} "${type}" keeps no state "${wrong}"`,
    names.length === 0 ? 'It keeps no state at all.' : `Its state: ${names.join(', ')}.`,
  );
}
