/** Evaluates a loss at given scores, so that its formula can be checked by hand. */
import { gradients } from '../autodiff/gradients.js';
import { interpret } from '../oracle/interpret.js';
import type { Tagged } from '../entries/tagged.js';
import { entryOf } from '../entries/entryOf.js';
import type { Registry } from '../entries/registry.js';
import { firstConfig } from '../language/schedule.js';
import { scalarOf, lossContext, TermNotes } from './contexts.js';
import { drawing } from './draws.js';
import { decimalConstants } from './decimalConstants.js';
import { givenState, type GivenNumbers } from './givenState.js';
import { noted, notesIn } from './notes.js';
import { recorded } from './recorded.js';

/** Both losses and their derivatives by each score. */
export interface LossValues {
  readonly discriminatorLoss: number;
  readonly generatorLoss: number;
  readonly gradients: {
    readonly discriminatorByReal: readonly number[];
    readonly discriminatorByFake: readonly number[];
    readonly generatorByReal: readonly number[];
    readonly generatorByFake: readonly number[];
  };
  /** The loss's state after a step of the discriminator; absent where it has none. */
  readonly nextState?: Readonly<Record<string, number>>;
  /** GivenNumbers that the loss reports; absent where there are none. */
  readonly reports?: Readonly<Record<string, number>>;
}

/**
 * Evaluates both losses in float64, with the first values of schedules, and without the
 * factors `discriminatorWeight` and `generatorWeight`. Random numbers come from seed 0.
 * @param options Normalized, as in `gan.spec.loss`.
 * @param scores One number for each real and each generated sample, at least one of each: raw scores, or errors of
 *   reconstruction for a loss on those.
 * @param given Values of the loss's own state by name; default: the first ones.
 * @throws GanspecError GAN540 for state that it does not keep.
 */
export function evaluateLoss(
  options: Tagged,
  scores: { readonly real: readonly number[]; readonly fake: readonly number[] },
  registry: Registry,
  given: GivenNumbers = {},
): LossValues {
  const entry = entryOf(registry, 'loss', options.type);
  const config = firstConfig(entry.schema, options, registry);
  const state = givenState(entry, config, given);
  const drawn = new Map<string, Float64Array>();
  const graph = recorded((recorder) => {
    const column = (name: 'real' | 'fake') =>
      recorder.input(name, { dtype: 'float32', shape: [scores[name].length, 1] }, 'feed');
    const inputs = { real: column('real'), fake: column('fake') };
    const notes = new TermNotes();
    const names = state.map(([name]) => name);
    const plain = lossContext(recorder, names, notes);
    const context = { ...plain, random: drawing(plain.random, 'loss', drawn) };
    const losses = (['discriminator', 'generator'] as const).flatMap((network) => {
      const loss = scalarOf(entry[`${network}Loss`](inputs, config, context));
      const byScores = gradients(recorder, loss, [inputs.real, inputs.fake]);
      return [loss, ...byScores].map((tensor, place) => ({
        name: `${network}${['Loss', 'ByReal', 'ByFake'][place] ?? ''}`,
        kind: 'result' as const,
        tensor,
      }));
    });
    return [...losses, ...noted('state', notes.updates), ...noted('report', notes.reports)];
  });
  const results = interpret(
    decimalConstants(graph),
    new Map([
      ...drawn,
      ...state.map(([name, value]) => [`state/${name}`, Float64Array.of(value)] as const),
      ['real', Float64Array.from(scores.real)] as const,
      ['fake', Float64Array.from(scores.fake)] as const,
    ]),
  );
  const list = (name: string): readonly number[] => [...(results.get(name) ?? [])];
  const nextState = notesIn('state', results);
  const reports = notesIn('report', results);
  return {
    discriminatorLoss: list('discriminatorLoss')[0] ?? NaN,
    generatorLoss: list('generatorLoss')[0] ?? NaN,
    gradients: {
      discriminatorByReal: list('discriminatorByReal'),
      discriminatorByFake: list('discriminatorByFake'),
      generatorByReal: list('generatorByReal'),
      generatorByFake: list('generatorByFake'),
    },
    ...(nextState && { nextState }),
    ...(reports && { reports }),
  };
}
