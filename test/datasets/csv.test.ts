import { describe, expect, it } from 'vitest';
import { csv } from '../../src/datasets/csv.js';
import type { DatasetContext } from '../../src/entries/dataset.js';
import { put, temporaryFolder } from './idxFile.js';
import { plainTable } from './plainTable.js';
import { encoded, inFolder, labelsOf, options, samplesOf, upTo } from './support.js';

const config = { ...plainTable, type: 'csv', file: 't.csv' };

function table(text: string | Uint8Array): DatasetContext {
  const folder = temporaryFolder();
  put(folder, 't.csv', Buffer.from(text));
  return inFolder(folder);
}

const people = 'age,job,height,city\n20,cook,1.5,Ulm\n40,"smith, black",2,Jena\n30,cook,1.6,Ulm\n';

function failureOf(text: string | Uint8Array, asked: object = {}): object {
  const context = table(text);
  try {
    csv.describe(options({ ...config, ...asked }), context);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = error.message.replace(`${context.baseDir}/`, '');
    return Object.assign(error, { message });
  }
  throw new Error('nothing was refused');
}

describe('csv', () => {
  it('scales numbers to [-1, 1] and encodes categories one-hot in natural order', async () => {
    const context = table(people);
    const description = { shape: [6], range: [-1, 1], count: 3, classes: null };
    expect(csv.describe(config, context)).toMatchObject(description);
    const dataset = await csv.open(config, context);
    expect(dataset).toMatchObject(description);
    // age, cook, "smith, black", height, Jena, Ulm
    expect(samplesOf(dataset, [0, 1, 2])).toEqual([
      [-1, 1, 0, -1, 0, 1],
      [1, 0, 1, 1, 1, 0],
      [0, 1, 0, expect.closeTo(-0.6, 6), 0, 1],
    ]);
  });

  it('reads the named columns, and classes from the label column', async () => {
    const asked = { ...config, columns: ['height', 'age'], label: 'city' };
    const dataset = await csv.open(asked, table(people));
    expect(dataset).toMatchObject({ shape: [2], classes: 2 });
    expect(samplesOf(dataset, [1])).toEqual([[1, 1]]);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
    const rest = await csv.open(options({ ...config, label: 'city' }), table(people));
    expect(rest.shape).toEqual([4]);
  });

  it('sorts classes by size if all are numbers, else in natural order', async () => {
    const rows = ['10', '2', '1', '0', '01'].map((label) => `1,${label}\n`);
    const asked = options({ ...config, label: 'y' });
    const dataset = await csv.open(asked, table(`x,y\n${rows.join('')}`));
    expect(labelsOf(dataset, upTo(5))).toEqual([4, 3, 2, 0, 1]);
    const words = await csv.open(asked, table(`x,y\n${rows.join('')}1,x\n`));
    expect(labelsOf(words, upTo(6))).toEqual([4, 3, 2, 0, 1, 5]);
  });

  it('removes a byte order mark only at the start of the file', async () => {
    const dataset = await csv.open(config, table('\ufeffa\n\ufeffx\nx\n'));
    expect(dataset.shape).toEqual([2]);
    expect(encoded(dataset, [0, 1])[1].toString()).toBe('a\n\ufeffx\n');
  });

  it('reads the first rows up to the limit, and nothing behind them', async () => {
    const text = 'a,b\n1,x\n3,y\n9,z\nbroken\n';
    const limited = await csv.open(options({ ...config, limit: 2 }), table(text));
    expect(limited.count).toBe(2);
    expect(samplesOf(limited, [0, 1])).toEqual([
      [-1, 1, 0],
      [1, 0, 1],
    ]);
    const unnamed = options({ ...config, limit: 2, header: false });
    expect(csv.describe(unnamed, table('1\n3\n9\n')).count).toBe(2);
    expect(csv.describe(options({ ...config, limit: 9 }), table('a\n1\n3\n')).count).toBe(2);
    const holes = options({ ...config, limit: 2, missing: 'leaveOut' });
    expect(csv.describe(holes, table('a\n1\n\nNA\n3\n')).count).toBe(1);
  });

  it('reads numbers as categories if requested', async () => {
    const text = 'code\n7\n5\n7\n';
    const dataset = await csv.open(options({ ...config, categorical: ['code'] }), table(text));
    expect(samplesOf(dataset, [0, 1, 2])).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });

  it('reads other separators, Windows line ends, a byte order mark, quoted line ends and empty lines', async () => {
    const text = '\ufeffa;b\r\n1;"x\ny ""z"""\r\n\r\n3;w';
    const dataset = await csv.open(options({ ...config, separator: ';' }), table(text));
    expect(samplesOf(dataset, [0, 1])).toEqual([
      [-1, 0, 1],
      [1, 1, 0],
    ]);
    const [extension, bytes] = encoded(dataset, [-1, 0, 1, 1, 1, 0]);
    expect(extension).toBe('csv');
    expect(bytes.toString()).toBe('a;b\n1;"x\ny ""z"""\n3;w\n');
  });

  it('reads lines that end with a single carriage return', async () => {
    const dataset = await csv.open(config, table('a,b\r1,x\r\r2,y'));
    expect(samplesOf(dataset, [0, 1])).toEqual([
      [-1, 1, 0],
      [1, 0, 1],
    ]);
  });

  it('stays finite for numbers whose difference overflows', async () => {
    const dataset = await csv.open(config, table('a\n1e308\n-1e308\n0\n'));
    expect(samplesOf(dataset, [0, 1, 2])).toEqual([[1], [-1], [0]]);
    expect(encoded(dataset, [1])[1].toString()).toBe('a\n1e+308\n');
  });

  it('reproduces its own rows', async () => {
    const dataset = await csv.open(config, table(people));
    const [, bytes] = encoded(dataset, samplesOf(dataset, upTo(3)).flat());
    expect(bytes.toString()).toBe(people);
  });

  it('decodes generated numbers to the range of their column, rounds integer columns, and picks the likeliest category', async () => {
    const dataset = await csv.open(config, table(people));
    // age 20 + 0.26/2·20 = 22.6; height 1.5 + 1.5/2·0.5 = 1.875
    const [, bytes] = encoded(dataset, [-0.74, 0.2, 0.3, 0.5, 0.4, 0.1]);
    expect(bytes.toString()).toBe('age,job,height,city\n23,"smith, black",1.875,Jena\n');
  });

  it.each([
    ['times', ['1700000000.25', '1700000001.5', '1700000009.75']],
    ['latitudes', ['52.520006', '52.520007', '52.520021']],
    ['coordinates in metres', ['5820000.12', '5820050.55', '5820100.98']],
    ['numbers below all decimals', ['1e-300', '1.5e-300', '2e-300']],
    // Integers, where float32 itself has steps of 32.
    ['whole numbers', ['400000000', '400000001', '400000002']],
  ])('reproduces %s also far from 0 in relation to their range', async (_, values) => {
    const dataset = await csv.open(config, table(['a', ...values].join('\n')));
    const [, bytes] = encoded(dataset, samplesOf(dataset, upTo(3)).flat());
    expect(bytes.toString()).toBe(['a', ...values, ''].join('\n'));
  });

  it('writes no more decimals than float32 can distinguish in the range', async () => {
    // 2^25 / 3 is about 1.1e7: seven decimals. The values are 3/4 and, rounded from float32, 2/3 of the range.
    const dataset = await csv.open(config, table('a\n0.5\n3.5\n'));
    const [, bytes] = encoded(dataset, [0.5, 1 / 3]);
    expect(bytes.toString()).toBe('a\n2.75\n2.5\n');
  });

  it('encodes a constant column as 0 and decodes it to its value', async () => {
    const dataset = await csv.open(config, table('a,b\n4,1\n4,2\n'));
    expect(samplesOf(dataset, [1])).toEqual([[0, 1]]);
    expect(encoded(dataset, [0.7, 1])[1].toString()).toBe('a,b\n4,2\n');
  });

  it.each([
    ['t.csv:3: has 1 field, where the first row has 2', 'a,b\n1,2\n3\n', {}],
    ['t.csv:3: "x" in column "a" is no number (1 of 2 rows)', 'a,b\n1,2\nx,3\n', {}],
    ['t.csv:3: "x" in column "a" is no number (2 of 4 rows)', 'a\n1\nx\n2\ny\n', {}],
    ['t.csv:2: "-inf" in column "a" is no number (1 of 2 rows)', 'a\n-inf\n1\n', {}],
    ['t.csv:2: "Infinity" in column "a" is no number (1 of 1 row)', 'a\nInfinity\n', {}],
    ['t.csv:2: "1e309" in column "a" is no number (1 of 2 rows)', 'a\n1e309\n1\n', {}],
    ['t.csv:4: "0x10" in column "a" is no number (1 of 3 rows)', 'a\n1\n2\n0x10\n', {}],
    ['t.csv:1: two columns are called "a"', 'a,a\n1,2\n', {}],
    ['t.csv: has no rows below a header row', 'a,b\n', {}],
    ['t.csv: is empty', '', {}],
    ['t.csv: has no column "c"', 'a,b\n1,2\n', { columns: ['a', 'c'] }],
    ['t.csv: has no column "c"', 'a,b\n1,2\n', { categorical: ['c'] }],
    ['t.csv: has no column "c"', 'a,b\n1,2\n', { label: 'c' }],
    ['t.csv: no column is left for the samples', 'a\n1\n', { label: 'a' }],
    ['t.csv:2: a quote is opened and never closed', 'a,b\n1,"2\n3,4\n', {}],
    ['t.csv:2: a quote stands inside field 2', 'a,b\n1,x"y"\n', {}],
    ['t.csv:2: a quote stands inside field 1', 'a,b\n"x"y,1\n', {}],
    ['t.csv:2: is not UTF-8', Buffer.from([0x61, 0x0a, 0xff, 0x0a]), {}],
    [
      't.csv: column "a" has 1001 different values, over 1000 categories',
      `a\n${upTo(2002)
        .map((i) => `n${i % 1001}`)
        .join('\n')}`,
      {},
    ],
  ])('refuses %s', (message, text, asked) => {
    expect(failureOf(text, asked)).toMatchObject({ code: 'GAN413', exitCode: 4, message });
  });

  it('lists the existing columns, and names the ways out of words among numbers', () => {
    expect(failureOf('a,c\n1,2\n', { label: 'b' })).toMatchObject({
      hint: 'Its columns are "a", "c"; are "separator" and "header" right?',
    });
    expect(failureOf('a,b\n1,2\nx,3\n')).toMatchObject({
      hint: 'Correct these values, or set "missingMarks" to ["x"] if this means a missing value, or leave the column out with "exclude": ["a"].',
    });
    expect(failureOf('a,b\n1,2\nx,3\n1,4\n1,5\n1,6\n1,7\n')).toMatchObject({
      hint: 'Correct these values, or set "missingMarks" to ["x"] if this means a missing value, or leave the column out with "exclude": ["a"], or make its 2 values categories with "categorical": ["a"].',
    });
  });

  it.each([
    [
      'a,b\n1\n',
      'Give each row one field for each column; a field that holds the separator stands in double quotes.',
    ],
    ['a,a\n1,2\n', 'Rename one of them, or set "header" to false if this row has values.'],
    [
      'a,b\n1,5" pipe\n',
      'Put a field that holds a double quote into double quotes, and write each inside it twice, as in "5"" pipe".',
    ],
    [
      'a,b\n1,"x\n',
      'Put a field that holds a double quote into double quotes, and write each inside it twice, as in "5"" pipe".',
    ],
    [
      Buffer.from('a\ncaf\u00e9\n', 'latin1'),
      'Save the file as UTF-8; it may be in Latin-1, or in UTF-16.',
    ],
  ])('suggests how to fix %j', (text, hint) => {
    expect(failureOf(text)).toMatchObject({ code: 'GAN413', hint });
  });

  it('reads a column as categorical if more than half of its values are words, in any order', async () => {
    for (const values of [
      ['1', 'x', 'NA', 'y'],
      ['y', 'NA', '1', 'x'],
      ['0x10', '0b11', '', '0x10'],
    ]) {
      const { shape } = await csv.open(config, table(`a,b\n${values.join(',0\n')},0\n`));
      expect(shape).toEqual([new Set(values).size + 1]);
    }
  });

  it('passes over a first line that names the separator', async () => {
    for (const line of ['sep=;', 'SEP=;', '"sep=;"', '\ufeffsep=;']) {
      const text = `${line}\r\na;b\r\n1;2\r\n3;4\r\n`;
      const dataset = await csv.open(options({ ...config, separator: ';' }), table(text));
      expect(dataset.columns?.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(dataset.count).toBe(2);
    }
    expect(failureOf('sep=;\na;b\n1;2\n')).toMatchObject({
      code: 'GAN413',
      message: expect.stringMatching(/t.csv:1: names the separator ";", not ","$/) as string,
      hint: 'Set "separator" to ";".',
    });
    expect(failureOf('sep=\t\na\tb\n1\t2\n')).toMatchObject({ hint: 'Set "separator" to "\\t".' });
  });

  it('reads fields between blanks, any number of them, and writes them so', async () => {
    const text = ' h   x  name\n0.5 1 "de  Vries"\n 1.5  2   ""\n2.5 3 "de  Vries" \n';
    const asked = options({ ...config, separator: ' ' });
    const dataset = await csv.open(asked, table(text));
    expect(dataset.columns?.map(({ name, values }) => [name, values])).toEqual([
      ['h', '0.5 to 2.5'],
      ['x', '1 to 3'],
      ['name', '"", de  Vries'],
    ]);
    expect(encoded(dataset, samplesOf(dataset, [0, 1]).flat())[1].toString()).toBe(
      'h x name\n0.5 1 "de  Vries"\n1.5 2 ""\n',
    );
  });

  it('suggests blanks where they divide all rows into as many fields', () => {
    expect(failureOf('h x\n0.0 0\n1.5 -1\n')).toMatchObject({
      code: 'GAN413',
      message: 't.csv:1: the first row is one field, "h x"',
      hint: 'Set "separator" to " ".',
    });
    expect(failureOf('1\t2.5   a\n2   3.5 b\n', { separator: ';' })).toMatchObject({
      hint: 'Set "separator" to "\\t".',
    });
    expect(failureOf('"h" "x"\n1 2\n')).toMatchObject({ hint: 'Set "separator" to " ".' });
    const towns = table('town\nNew York\nSan Jose\nNew York\nSan Jose\n');
    expect(csv.describe(config, towns)).toMatchObject({ shape: [2] });
  });

  it('takes blanks on both sides of quotes for no part of a field', () => {
    const spaced = table('a,b\n "1" ,2\n"3" , "4" \n');
    expect(csv.describe(config, spaced).columns).toMatchObject([
      { name: 'a', values: '1 to 3' },
      { name: 'b', values: '2 to 4' },
    ]);
  });

  it('suggests to remove a line above the header', () => {
    expect(failureOf('# made by X\na,b\n1,2\n3,4\n')).toMatchObject({
      code: 'GAN413',
      message: 't.csv:2: has 2 fields, where the first row has 1',
      hint: 'Remove line 1, "# made by X", if it is no part of the table, such as a title or a comment; else give each row one field for each column.',
    });
  });

  it('refuses columns that are asked for and left out', () => {
    for (const option of ['columns', 'numeric', 'categorical', 'dates']) {
      const asked = { [option]: ['age'], exclude: ['age'] };
      expect(failureOf(people, asked)).toMatchObject({
        code: 'GAN413',
        message: `column "age" is listed in "${option}" and in "exclude"`,
        hint: 'Keep one of them.',
      });
    }
  });

  it('suggests the separator found in a header row of one field', () => {
    expect(failureOf('a;b\n1;2\n')).toMatchObject({
      code: 'GAN413',
      message: 't.csv:1: the first row is one field, "a;b"',
      hint: 'Set "separator" to ";".',
    });
    expect(failureOf('a,b\n1,2\n', { separator: '\t' })).toMatchObject({
      hint: 'Set "separator" to ",".',
    });
  });

  it('refuses more than 2 GiB of numbers', () => {
    // 900 categories of 600 columns in 1050 rows.
    const names = upTo(600).map((column) => `c${column}`);
    const rows = upTo(1050).map((row) => names.map(() => `v${row % 900}`).join());
    expect(failureOf([names.join(), ...rows].join('\n'))).toMatchObject({
      code: 'GAN405',
      message: 't.csv: makes 567000000 numbers, over 2 GiB',
    });
  });

  it('names a missing file', () => {
    const context = inFolder(temporaryFolder());
    expect(() => csv.describe(config, context)).toThrow(
      expect.objectContaining({
        code: 'GAN401',
        message: `"t.csv" was not found (looked for ${context.baseDir}/t.csv)`,
        pointer: '/data/file',
      }),
    );
  });
});
