/** Ring and grid with every loss, set by `--set loss=…`: each network learns while the other is fixed. */
import { describe, expect, it } from 'vitest';
import { builtIns } from '../../src/generated/entries.js';
import { createCompiler } from '../../src/index.js';
import { Registry } from '../../src/entries/registry.js';

const steps = 30;

/** A loss on reconstructions needs a discriminator whose output is a point, not a score. */
const settings = new Registry(builtIns).all('loss').map(({ type, scores }) => ({
  loss: type,
  set: [`loss=${type}`, ...(scores === 'logits' ? [] : ['discriminator.layers.4.units=2'])],
}));

/** A network's loss in every step while the other is fixed; asserts that every number is finite. */
async function lossesOf(
  network: 'discriminator' | 'generator',
  name: string,
  set: readonly string[],
): Promise<readonly number[]> {
  const other = network === 'generator' ? 'discriminator' : 'generator';
  const compiler = createCompiler();
  const rest = `optimizers.${other}.learningRate=1e-12`;
  const gan = compiler.compile(compiler.read(name, { set: [...set, rest] }));
  const session = await gan.prepare({ seed: 5 });
  const losses: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const metrics = await session.iterate();
    losses.push(metrics[`${network}Loss`] ?? NaN);
    expect(Object.values(metrics).filter((value) => !Number.isFinite(value))).toEqual([]);
  }
  await session.dispose();
  return losses;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.each(['ring', 'grid'])('preset %s with the loss', (name) => {
  it.each(settings)('$loss teaches both networks', async ({ set }) => {
    for (const network of ['discriminator', 'generator'] as const) {
      const losses = await lossesOf(network, name, set);
      expect(mean(losses.slice(-5)), network).toBeLessThan(mean(losses.slice(0, 5)));
    }
  });
});
