/** The specs of `examples/configs/`: their sizes agree with the README, and they train. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompiler, type Gan } from '../../src/index.js';
import published from './configsCounts.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../examples/configs');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const compiler = createCompiler();

/** Settings for training a spec in a test. */
interface Trial {
  /** Codes of its warnings, which the README justifies. */
  readonly warnings?: readonly string[];
  /** Shape and number of classes for data sets whose files are read before resolution. */
  readonly data?: { readonly shape: readonly number[]; readonly classes?: number };
  /** Smaller networks. */
  readonly small: readonly string[];
}

const photos = { shape: [64, 64, 3] };
const imageNet = { shape: [128, 128, 3], classes: 1000 };
const trials: Readonly<Record<string, Trial>> = {
  'acgan-cifar10': { small: ['generatorFilters=8', 'filters=4'] },
  began: { data: photos, warnings: ['GAN302'], small: ['filters=4', 'hidden=8'] },
  dcgan: { data: photos, small: ['filters=4'] },
  infogan: { small: ['filters=8'] },
  lsgan: { data: { shape: [112, 112, 3] }, small: ['filters=4'] },
  'pacgan-ring': { small: [] },
  'projection-imagenet': { data: imageNet, small: ['filters=2'] },
  'r3gan-cifar10': { warnings: ['GAN302'], small: ['filters=16'] },
  sagan: { data: imageNet, small: ['filters=4'] },
  'sngan-cifar10': { small: ['generatorFilters=8', 'discriminatorFilters=8'] },
  'stylegan2-32': { warnings: ['GAN302', 'GAN311'], small: ['filters=8'] },
  'tfgan-mnist': { warnings: ['GAN305'], small: ['filters=8'] },
  wavegan: { data: { shape: [16384, 1] }, small: ['filters=2'] },
  wgan: { data: photos, small: ['filters=4'] },
  'wgan-gp': { small: ['dim=8'] },
};

/** Noise in place of files that are absent. */
function dataSettings({ data }: Trial): readonly string[] {
  return data ? [`data=${JSON.stringify({ type: 'noise', ...data })}`] : [];
}

function fileOf(name: string): string {
  return join(folder, `${name}.json`);
}

function filesOf(named: object): readonly string[] {
  return Object.keys(named)
    .map((name) => `${name}.json`)
    .sort();
}

/** The numbers of a cell, as in "6,559,169 + 133,004". */
function numbersIn(cell = ''): readonly number[] {
  return cell.split('+').map((text) => Number(text.replaceAll(',', '')));
}

/** The README's row for a spec: sizes of its networks and of the original ones. */
function rowOf(name: string): Readonly<Record<'here' | 'there', readonly number[]>> {
  const row = readme.split('\n').find((line) => line.startsWith(`| [${name}](${name}.json) `));
  const counts = row?.split('|').slice(4, 8).map(numbersIn) ?? [];
  return { here: counts.slice(0, 2).flat(), there: counts.slice(2).flat() };
}

/** A spec with small networks, batches of 2 packs and generated data. */
function small(name: string, trial: Trial): Gan {
  const checked = compiler.check(compiler.read(fileOf(name), { set: dataSettings(trial) }));
  const { shape, range, classes } = checked.resolved?.data ?? {};
  const drawn = { type: 'noise', shape, classes, ...(range && { range }) };
  const packing = checked.spec?.training.packing ?? 1;
  const set = [
    `data=${JSON.stringify(drawn)}`,
    `training.batchSize=${2 * packing}`,
    'training.gradientAccumulation=1',
    ...trial.small.map((parameter) => `parameters.${parameter}`),
  ];
  return compiler.compile(compiler.read(fileOf(name), { set }));
}

it('covers every spec of the folder', () => {
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  expect(names.sort()).toEqual(filesOf(trials));
  expect(filesOf(published)).toEqual(filesOf(trials));
});

describe.each(Object.entries(trials))('%s', (name, trial) => {
  const source = compiler.read(fileOf(name), { set: dataSettings(trial) });
  const { valid, diagnostics, spec, resolved } = compiler.check(source);

  it('is valid at full size, with only the warnings that the README lists', () => {
    expect(diagnostics.map(({ code }) => code)).toEqual(trial.warnings ?? []);
    expect(valid).toBe(true);
    for (const code of trial.warnings ?? []) expect(readme).toContain(code);
  });

  it('has as many parameters as the README and its note state', () => {
    const counts = Object.values(resolved?.networks ?? {}).map(
      ({ parameterCount }) => parameterCount,
    );
    expect(counts).toEqual(rowOf(name).here);
    for (const count of counts) {
      expect(spec?.reference?.note).toContain(count.toLocaleString('en-US'));
    }
  });

  it('is compared in the README with the counts of configsCounts.py', () => {
    expect(Object.values(published[name as keyof typeof published])).toEqual(rowOf(name).there);
  });

  it('has the name of its file and names its source', () => {
    expect(spec?.name).toBe(name);
    expect(Object.keys(spec?.reference ?? {})).toEqual(['paper', 'url', 'note']);
  });

  it('trains two steps on generated data', async () => {
    const gan = small(name, trial);
    const session = await gan.prepare({ engine: 'onnx', seed: 1 });
    const before = await session.sample(2);
    const metrics = [await session.iterate(), await session.iterate()];
    for (const { discriminatorLoss, generatorLoss } of metrics) {
      expect(Number.isFinite(discriminatorLoss) && Number.isFinite(generatorLoss)).toBe(true);
    }
    expect(metrics[1]).not.toEqual(metrics[0]);
    const after = await session.sample(2);
    expect(after.shape).toEqual([2, ...gan.resolved.data.shape]);
    expect(after.data).not.toEqual(before.data);
    expect(after.data.every(Number.isFinite)).toBe(true);
    await session.dispose();
  }, 60_000);
});
