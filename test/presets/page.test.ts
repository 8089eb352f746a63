/** docs/presets.md follows from the presets; after a change accept the new page with `vitest run -u`. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan } from '../../src/index.js';
import { smallFiles } from './support/smallFiles.js';

const page = join(import.meta.dirname, '../../docs/presets.md');
const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

const introduction = `# Presets

Specs that come with ganspec: \`ganspec train NAME\` trains one, \`{ "extends": "NAME" }\` starts from one, \`ganspec explain NAME\` shows its networks, also where its data are not there.
Each says what it follows and every difference from it. Parameters are those of the generator and the discriminator; the time is what training takes on two cores, roughly.

Points and shapes are drawn from the seed. Where the files of MNIST, Fashion-MNIST and CIFAR-10 are looked for stands in the [reference](reference/datasets.md). The other presets name a folder or a file of your own, in \`--data-dir\` or the working directory; \`--set\` names another.
`;

/** Each preset, compiled at its full size. */
const gans = listPresets().map(({ name }) => {
  const compiler = createCompiler({ dataDir: files });
  return { name, gan: compiler.compile(compiler.read(name)) };
});

function row(name: string, { spec, resolved }: Gan): string {
  const { generator, discriminator } = resolved.networks;
  const counts = [generator, discriminator].map((network) =>
    network.parameterCount.toLocaleString('en'),
  );
  const { steps, batchSize } = spec.training;
  const { paper = '', cost = '' } = { ...spec.reference };
  const cells = [
    `[${name}](#${name})`,
    paper,
    spec.data.type,
    counts.join(' + '),
    `${steps} × ${batchSize}`,
    cost.replace(/^about | on two cores$/g, ''),
  ];
  return `| ${cells.join(' | ')} |`;
}

function section(name: string, { spec }: Gan): string {
  const paragraphs = [`## ${name}`, spec.description, spec.reference?.['note']];
  const picture = `images/presets/${name}.png`;
  if (existsSync(join(dirname(page), picture))) {
    const { training, monitor } = spec;
    paragraphs.push(`![Samples of ${name}](${picture})`);
    paragraphs.push(
      `_${monitor.sampleCount} samples after the ${training.steps} steps of \`ganspec train ${name}\`._`,
    );
  }
  return `${paragraphs.join('\n\n')}\n`;
}

it('lists every preset with its paper, its size and its differences', async () => {
  const table = [
    '| preset | paper | data | parameters | steps × batch | time |',
    '| --- | --- | --- | --- | --- | --- |',
    ...gans.map(({ name, gan }) => row(name, gan)),
  ].join('\n');
  const sections = gans.map(({ name, gan }) => section(name, gan)).join('\n');
  const text = `${introduction}\n${table}\n\n${sections}`;
  const style = await resolveConfig(page);
  await expect(await format(text, { ...style, filepath: page })).toMatchFileSnapshot(page);
});

/** Warnings about choices of the paper, which the note of the preset explains. */
const intended: Readonly<Record<string, readonly string[]>> = {
  'stylegan2-small': ['GAN302', 'GAN311'],
};

it.each(listPresets())('warns in $name only of choices of its paper', ({ name }) => {
  const compiler = createCompiler({ dataDir: files });
  const { diagnostics } = compiler.check(compiler.read(name));
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(intended[name] ?? []);
});
