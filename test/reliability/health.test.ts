/**
 * Rules of health on runs that fail and on healthy ones. `GANSPEC_RELIABILITY=long` takes all runs for 2,000 iterations;
 * otherwise some run for fewer, and no presets. Figures stand in docs/reliability.md.
 */
import { expect, it } from 'vitest';
import { players } from '../../src/entries/player.js';
import {
  failing,
  healthy,
  healthyPresets,
  lastingExtent,
  watchedRun,
  type WatchedRun,
} from './healthRuns.js';

const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
const patience = isLong ? 3_600_000 : 60_000;

/** Failing runs that show within a second or two. */
const quick = [
  'a WGAN with rate 10',
  'a discriminator that is dead',
  'a NaN in the data',
  'a loss of a plugin with the wrong sign',
];
const chosen = Object.entries(failing).filter(([name]) => isLong || quick.includes(name));

/** Prints a row of the table. */
function report(name: string, { codes, norms }: WatchedRun): void {
  if (!isLong) return;
  const extents = players.map((network) => {
    const [least, greatest] = lastingExtent(norms[network], 10);
    return `${network} ${least.toPrecision(2)} to ${greatest.toPrecision(2)}`;
  });
  process.stderr.write(`${name}: ${codes.join(', ') || 'none'}; gradients ${extents.join(', ')}\n`);
}

it.each(chosen)(
  'a sign is seen in %s',
  async (name, { spec, code }) => {
    const run = await watchedRun(spec, isLong ? 2000 : 400);
    report(name, run);
    expect(run.codes).toContain(code);
  },
  patience,
);

it.each(Object.entries(healthy).slice(0, isLong ? undefined : 2))(
  'no sign is seen in %s',
  async (name, spec) => {
    const run = await watchedRun(spec, isLong ? 2000 : 500);
    report(name, run);
    expect(run.codes).toEqual([]);
  },
  patience,
);

it.runIf(isLong).each(healthyPresets)(
  'no sign is seen in the preset %s',
  async (preset) => {
    const run = await watchedRun({ extends: preset }, 2000);
    report(preset, run);
    expect(run.codes).toEqual([]);
  },
  patience,
);

it('the extent of norms leaves out what does not last', () => {
  expect(lastingExtent([1, 9, 2, 3, 0.5, 4], 2)).toEqual([3, 2]);
});
