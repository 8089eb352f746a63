import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { text } from '../../src/datasets/text.js';
import type { DatasetContext } from '../../src/entries/dataset.js';
import { put, temporaryFolder } from './idxFile.js';
import { encoded, inFolder, labelsOf, options, samplesOf } from './support.js';

const config = {
  type: 'text',
  file: 't.txt',
  length: 3,
  alphabet: null as string | null,
  labels: true as boolean | string,
  limit: null as number | null,
};

function lines(content: string | Uint8Array): DatasetContext {
  const folder = temporaryFolder();
  put(folder, 't.txt', Buffer.from(content));
  return inFolder(folder);
}

/** Index of the one in each one-hot character. */
function characters(sample: readonly number[], vocabulary: number): number[] {
  return Array.from({ length: sample.length / vocabulary }, (_, i) =>
    sample.slice(i * vocabulary, (i + 1) * vocabulary).indexOf(1),
  );
}

describe('text', () => {
  it('serves lines as one-hot characters, cut or padded to the length', async () => {
    const context = lines('bad\n\na\r\ncab🙂b');
    // Alphabet a b c d: the emoji is cut off.
    const shape = { shape: [3, 5], range: [0, 1] };
    const description = { ...shape, form: 'text', count: 3, classes: null };
    expect(text.describe(config, context)).toEqual(description);
    const dataset = await text.open(config, context);
    expect(dataset).toMatchObject(description);
    const samples = samplesOf(dataset, [2, 0, 1]);
    expect(samples.map((sample) => characters(sample, 5))).toEqual([
      [3, 1, 2],
      [2, 1, 4],
      [1, 0, 0],
    ]);
    expect(samples.flat().reduce((a, b) => a + b, 0)).toBe(9);
  });

  it('reads the .txt files of a folder, and counts other texts and documents as left out', () => {
    const folder = temporaryFolder();
    put(folder, 'a.txt', Buffer.from('ab\n'));
    put(folder, 'b.md', Buffer.from('cd\n'));
    put(folder, 'c.pdf', Buffer.from('%PDF-1.7'));
    put(folder, 'd', Buffer.from('ef\n'));
    put(folder, 'README', Buffer.from('notes\n'));
    const asked = options({ ...config, file: '.', length: 2, alphabet: null });
    expect(text.describe(asked, inFolder(folder))).toMatchObject({
      shape: [2, 3],
      count: 1,
      warnings: [
        {
          code: 'GAN410',
          message: `${folder}: 4 of 5 files left out: notes (README), other text (b.md, d), PDF (c.pdf)`,
          hint: 'Save the text of the .md, .pdf files as .txt. Remove from the folder what is no data.',
        },
      ],
    });
  });

  it.each(['README.txt', 'LICENSE', 'license.txt', 'Notice.md', 'sub/readme.txt'])(
    'counts notes on the data as left out: %s',
    (name) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'sub'));
      put(folder, 'poems.txt', Buffer.from('ab\n'));
      put(folder, 'myreadme.txt', Buffer.from('cd\n'));
      put(folder, name, Buffer.from('xyz\n'));
      expect(text.describe(options({ ...config, file: '.' }), inFolder(folder))).toMatchObject({
        shape: [3, 5],
        count: 2,
        warnings: [
          {
            code: 'GAN410',
            message: `${folder}: 1 of 3 files left out: notes (${name})`,
            hint: 'Remove them from the folder if they are no data.',
          },
        ],
      });
    },
  );

  it('reads lines up to the limit, spread evenly, with an alphabet of their own', async () => {
    const context = lines('a\nb\nc\nd\n');
    const asked = options({ ...config, limit: 2 });
    expect(text.describe(asked, context)).toMatchObject({ count: 2, shape: [3, 3] });
    const dataset = await text.open(asked, context);
    expect(encoded(dataset, samplesOf(dataset, [0, 1]).flat())[1].toString()).toBe('a\nc\n');
    expect(text.describe(options({ ...config, limit: 9 }), context).count).toBe(4);
    put(context.baseDir, 'y.txt', Buffer.from('en\nde\nfr\nde\n'));
    const labelled = await text.open(options({ ...config, limit: 2, labels: 'y.txt' }), context);
    expect(labelled.classList?.map(({ name }) => name)).toEqual(['en', 'fr']);
    expect(labelsOf(labelled, [0, 1])).toEqual([0, 1]);
  });

  describe('classes', () => {
    it('are the sub-folders of a folder, whose files share an alphabet', async () => {
      const folder = temporaryFolder();
      for (const [name, content] of [
        ['en', 'a\nb\n'],
        ['de', 'c\n'],
      ] as const) {
        mkdirSync(join(folder, 't', name), { recursive: true });
        put(join(folder, 't', name), 'x.txt', Buffer.from(content));
      }
      const dataset = await text.open(options({ ...config, file: 't' }), inFolder(folder));
      expect(dataset).toMatchObject({
        shape: [3, 4],
        count: 3,
        classes: 2,
        classList: [
          { name: 'de', count: 1 },
          { name: 'en', count: 2 },
        ],
      });
      // Files are read in the order of their paths: c, a, b.
      expect(labelsOf(dataset, [0, 1, 2])).toEqual([0, 1, 1]);
      expect(samplesOf(dataset, [0])[0]?.slice(0, 4)).toEqual([0, 0, 0, 1]);
    });

    it('are told where folders are the parts of a data set, and where each has one line', () => {
      const folder = temporaryFolder();
      for (const name of ['train', 'val', 'test', 'extra']) {
        mkdirSync(join(folder, 't', name), { recursive: true });
        put(join(folder, 't', name), 'x.txt', Buffer.from('a\n'));
      }
      const { warnings } = text.describe(options({ ...config, file: 't' }), inFolder(folder));
      expect(warnings?.map(({ code, message }) => [code, message])).toEqual([
        [
          'GAN431',
          `${folder}/t: "extra", "test", "train", "val" are the classes, but seem to be parts of a data set`,
        ],
        [
          'GAN429',
          `${folder}/t: gives 4 samples 4 classes, so hardly any class has a second sample`,
        ],
      ]);
    });

    it('are the lines of a label file', async () => {
      const context = lines('a\n\nb\nc\n');
      put(context.baseDir, 'y.txt', Buffer.from('en\n\nde\nen\n'));
      const dataset = await text.open(options({ ...config, labels: 'y.txt' }), context);
      expect(dataset.classList).toEqual([
        { name: 'de', count: 1 },
        { name: 'en', count: 2 },
      ]);
      expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
    });

    it.each([
      ['en\nde\n', '/y.txt: has 2 lines, where FOLDER/t.txt has 3'],
      ['en\n\nde\n', '/y.txt:2: is empty, where FOLDER/t.txt has a line'],
    ])('are refused where a label file has %j', (labels, message) => {
      const context = lines('a\nb\nc\n');
      put(context.baseDir, 'y.txt', Buffer.from(labels));
      expect(() => text.describe(options({ ...config, labels: 'y.txt' }), context)).toThrow(
        expect.objectContaining({
          code: 'GAN407',
          message: context.baseDir + message.replace('FOLDER', context.baseDir),
        }),
      );
    });
  });

  it('ends lines at a line feed, a carriage return, or both', async () => {
    const dataset = await text.open(config, lines('\ufeffa\rb\r\n\rc\n'));
    expect(dataset).toMatchObject({ shape: [3, 4], count: 3 });
  });

  it('refuses more than 2 GiB of characters', () => {
    const context = lines('a\n'.repeat(10_000));
    expect(() => text.describe(options({ ...config, length: 65_536 }), context)).toThrow(
      expect.objectContaining({
        code: 'GAN405',
        message: `${context.baseDir}/t.txt: makes 655360000 numbers, over 2 GiB`,
      }),
    );
  });

  it('counts a character outside the basic multilingual plane as one', async () => {
    const dataset = await text.open(config, lines('🙂é🙂'));
    expect(dataset.shape).toEqual([3, 3]);
    expect(characters(samplesOf(dataset, [0])[0] ?? [], 3)).toEqual([2, 1, 2]);
  });

  it('uses a given alphabet', () => {
    const context = lines('ab\nba\n');
    expect(text.describe(options({ ...config, alphabet: 'abcdefgh' }), context).shape).toEqual([
      3, 9,
    ]);
  });

  it('writes the likeliest character of each position, and nothing for index 0', async () => {
    const dataset = await text.open(options({ ...config, length: 2 }), lines('ab\n'));
    const [extension, bytes] = encoded(
      dataset,
      [
        [0.1, 0.2, 0.7],
        [0, 1, 0],
        [0.4, 0.3, 0.3],
        [-1, -3, -0.5],
      ].flat(),
    );
    expect(extension).toBe('txt');
    expect(bytes.toString()).toBe('ba\nb\n');
  });

  it('refuses characters outside the alphabet, with line and column', () => {
    const context = lines('ab\n\nbx\n');
    expect(() => text.describe(options({ ...config, alphabet: 'ab' }), context)).toThrow(
      expect.objectContaining({
        code: 'GAN414',
        exitCode: 4,
        message: `${context.baseDir}/t.txt:3:2: "x" is not in "alphabet"`,
        hint: 'Add the character to "alphabet", take it out of the file, or leave "alphabet" out: it is then made from the file.',
      }),
    );
  });

  it.each([
    ['t.txt:2: is not UTF-8', Uint8Array.of(0x61, 0x0a, 0xc3, 0x28)],
    ['t.txt: holds no line of text', '\n\r\n'],
    ['t.txt: holds no line of text', ''],
  ])('refuses a file: %s', (message, content) => {
    const context = lines(content);
    expect(() => text.describe(config, context)).toThrow(
      expect.objectContaining({ code: 'GAN414', message: `${context.baseDir}/${message}` }),
    );
  });
});
