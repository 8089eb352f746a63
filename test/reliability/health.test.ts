/**
 * Rules of health on runs that fail and on healthy ones. `GANSPEC_RELIABILITY=long` takes all runs for 2,000 iterations;
 * otherwise some run for fewer. Figures stand in docs/reliability.md.
 */
import { expect, it } from 'vitest';
import { failing, healthy, signsOf } from './healthRuns.js';

const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
const patience = isLong ? 1_200_000 : 60_000;

/** Failing runs that show within a second or two. */
const quick = [
  'a WGAN with rate 10',
  'a discriminator that is dead',
  'a NaN in the data',
  'a loss of a plugin with the wrong sign',
];
const chosen = Object.entries(failing).filter(([name]) => isLong || quick.includes(name));

it.each(chosen)(
  'a sign is seen in %s',
  async (name, { spec, code }) => {
    const codes = await signsOf(spec, isLong ? 2000 : 400);
    if (isLong)
      process.stderr.write(`${name}: ${codes.join(', ')}
`);
    expect(codes).toContain(code);
  },
  patience,
);

it.each(Object.entries(healthy).slice(isLong ? 0 : 3, isLong ? undefined : 5))(
  'no sign is seen in %s',
  async (name, spec) => {
    const codes = await signsOf(spec, isLong ? 2000 : 500);
    if (isLong)
      process.stderr.write(`${name}: ${codes.join(', ')}
`);
    expect(codes).toEqual([]);
  },
  patience,
);
