/** Options that can be combined work together, and the others are refused. */
import { describe, expect, it } from 'vitest';
import { createCompiler, SpecError } from '../../src/index.js';
import { options, specOf, type PartOption } from './combinations.js';
import { choicesOfAllPairs } from './pairing.js';

/** Pairs that are refused, each with the code of its error. */
const refused: readonly (readonly [string, string, string])[] = [
  ...['augmentation', 'adapted augmentation'].flatMap((augmentation) => [
    ['points', augmentation, 'GAN294'] as const,
    ['lines', augmentation, 'GAN294'] as const,
  ]),
  ...['points', 'lines'].map((data) => [data, 'bcr', 'GAN215'] as const),
  ...['wasserstein', 'relativisticAverage', 'began', 'ebgan'].map(
    (loss) => [loss, 'adapted augmentation', 'GAN294'] as const,
  ),
  ['began', 'projection', 'GAN295'],
  ['ebgan', 'projection', 'GAN295'],
  ...['concat', 'projection', 'auxiliary', 'codes'].map(
    (labels) => [labels, 'packing', 'GAN293'] as const,
  ),
  ['extraGradient', 'accumulation', 'GAN207'],
  ['reused', 'accumulation', 'GAN207'],
  ['repeated', 'accumulation', 'GAN207'],
  ['relativisticAverage', 'topK', 'GAN207'],
];

const compiler = createCompiler();
const named = (chosen: readonly PartOption[]): string => chosen.map(({ name }) => name).join(', ');
const optionOf = (name: string): PartOption => {
  const option = options.find((one) => one.name === name);
  if (!option) throw new Error(`no option is called ${name}`);
  return option;
};

/** Codes of the errors in a spec. */
function refusals(chosen: readonly PartOption[]): readonly string[] {
  try {
    compiler.compile(specOf(chosen));
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }
}

describe('a pair that contradicts itself', () => {
  it.each(refused)('%s and %s is refused', (one, other, code) => {
    expect(refusals([one, other].map(optionOf))).toEqual([code]);
  });
});

const excludes = (one: PartOption, other: PartOption): boolean =>
  refused.some(([a, b]) => [one.name, other.name].every((name) => name === a || name === b));
const choices = choicesOfAllPairs(options, excludes);

describe('options that can be combined', () => {
  it('come in every pair', () => {
    const has = (one: PartOption, other: PartOption): boolean =>
      choices.some((chosen) => chosen.includes(one) && chosen.includes(other));
    const missing = options.flatMap((one) =>
      options
        .filter((other) => one.group !== other.group && !excludes(one, other) && !has(one, other))
        .map((other) => named([one, other])),
    );
    expect(missing).toEqual([]);
  });

  it.each(choices.map((chosen) => [named(chosen), chosen] as const))(
    '%s',
    async (_name, chosen) => {
      const gan = compiler.compile(specOf(chosen));
      const session = await gan.prepare({ engine: 'tfjs', seed: 1, threads: 1 });
      // The second iteration takes the graphs without lazy penalties.
      const metrics = [await session.iterate(), await session.iterate()];
      const { data } = await session.sample(3);
      const numbers = [...metrics.flatMap((one) => Object.values(one)), ...data];
      expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
      await session.dispose();
    },
  );
});
