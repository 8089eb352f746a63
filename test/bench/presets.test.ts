import { expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import { groups, type Group } from '../../bench/presets/groups.js';
import type { RowResult } from '../../bench/presets/results.js';
import { groupTables, spread } from '../../bench/presets/tables.js';

const group: Group = {
  name: 'ring',
  title: 'A ring',
  about: 'Some protocol.',
  rows: [
    { name: 'hinge', spec: 'ring' },
    { name: 'minimax', spec: 'ring' },
  ],
  metrics: ['modes'],
  seeds: 2,
  published: [{ name: 'A paper', values: ['7.9 ± 0.1'] }],
};

const modes = (value: number) => ({ name: 'modes', value, real: 8, count: 2500 });

const result: RowResult = {
  group: 'ring',
  row: 'hinge',
  date: '2026-01-02',
  command: 'npm run bench:presets -- ring',
  cpu: 'A processor',
  seeds: [
    {
      seed: 0,
      outcome: 'completed',
      steps: 9,
      imagesPerSecond: 100,
      warnings: [],
      metrics: [modes(6)],
    },
    {
      seed: 1,
      outcome: 'completed',
      steps: 9,
      imagesPerSecond: 102,
      warnings: ['GAN701'],
      metrics: [modes(8)],
    },
    { seed: 2, outcome: 'diverged', steps: 9, warnings: ['GAN700'], metrics: [] },
  ],
};

it('gives each row with its spread over seeds, its failures and the figures of papers', () => {
  expect(groupTables([group], [result])).toBe(`## A ring

Some protocol.

|  | seeds | steps | modes | images/s | diverged | warnings |
| --- | --- | --- | --- | --- | --- | --- |
| hinge | 3 | 9 | 7 ± 1.41 | 101 ± 1.41 | 1 | GAN701, GAN700 |
| *real samples* |  |  | 8 |  |  |  |
| *A paper* |  |  | 7.9 ± 0.1 |  |  |  |

Not trained yet: minimax.

Samples on each side: modes 2500. 2026-01-02. A processor. \`npm run bench:presets -- ring\``);
});

it('tells of no values, and of one without a spread', () => {
  expect(spread([])).toBe('–');
  expect(spread([0.07254])).toBe('0.0725');
});

it.each(groups.map((one) => [one.name, one] as const))(
  'has rows that are valid specs, but for data that are missing: %s',
  (_, group) => {
    const compiler = createCompiler();
    for (const { spec, set = [] } of group.rows) {
      const named = [...set, `monitor.metrics=${JSON.stringify(group.metrics)}`];
      const { diagnostics } = compiler.check(compiler.read(spec, { set: named }));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      // Data that are not in the repository may be missing.
      expect(errors.filter(({ code }) => code !== 'GAN401')).toEqual([]);
    }
  },
);
