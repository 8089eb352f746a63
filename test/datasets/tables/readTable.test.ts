/** Tables as people have them: without header, with missing values, with numbers and dates in many forms. */
import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/datasets/csv.js';
import type { LoadedDataset } from '../../../src/entries/dataset.js';
import { createCompiler, type GanSpec } from '../../../src/index.js';
import { put, temporaryFolder } from '../idxFile.js';
import { plainTable } from '../plainTable.js';
import { encoded, inFolder, labelsOf, options, samplesOf, upTo } from '../support.js';

const config = { ...plainTable, type: 'csv', file: 't.csv' };

function folderWith(text: string): string {
  const folder = temporaryFolder();
  put(folder, 't.csv', Buffer.from(text));
  return folder;
}

const open = (text: string, asked: object = {}): Promise<LoadedDataset> =>
  csv.open(options({ ...config, ...asked }), inFolder(folderWith(text)));

/** Code, message without the folder, and hint of the warnings, each on a line. */
async function warningsOf(text: string, asked: object = {}): Promise<readonly string[]> {
  const folder = folderWith(text);
  const { warnings = [] } = await csv.open(options({ ...config, ...asked }), inFolder(folder));
  return warnings.map(({ code, message, hint }) =>
    [`${code} ${message.replace(`${folder}/`, '')}`, ...(hint === undefined ? [] : [hint])].join(
      '\n',
    ),
  );
}

/** Code, message and hint of the error. */
async function errorOf(text: string, asked: object = {}): Promise<string> {
  const folder = folderWith(text);
  try {
    await csv.open(options({ ...config, ...asked }), inFolder(folder));
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    return `${code} ${message.replaceAll(`${folder}/`, '')}\n${hint}`;
  }
  throw new Error('nothing was refused');
}

const kindsOf = ({ columns = [] }: LoadedDataset) =>
  columns.map(
    ({ name, kind, start, width, values }) => `${start}+${width} ${name} ${kind}: ${values}`,
  );

/** What the data set writes of its own samples. */
const rewritten = (dataset: LoadedDataset): string =>
  encoded(dataset, samplesOf(dataset, upTo(dataset.count)).flat())[1].toString();

describe('a header row', () => {
  const text = '5.1,3.5,red\n4.9,3.0,blue\n6.2,2.8,red\n';

  it('is found missing, which is said, and no row is lost', async () => {
    const dataset = await open(text);
    expect(dataset.count).toBe(3);
    expect(kindsOf(dataset)).toEqual([
      '0+1 column1 numeric: 4.9 to 6.2',
      '1+1 column2 numeric: 2.8 to 3.5',
      '2+2 column3 categorical: blue, red',
    ]);
    expect(await warningsOf(text)).toEqual([
      `GAN425 t.csv:1: the first row is read as values, since it is like the rows below ("5.1", "3.5", "red"); its columns are called "column1" to "column3"
Set "header" to false if this is right, or to true if the row has the names of the columns.`,
    ]);
    expect(rewritten(dataset)).toBe('5.1,3.5,red\n4.9,3,blue\n6.2,2.8,red\n');
  });

  it('may be asked for or ruled out, which ends the warning', async () => {
    expect(await warningsOf(text, { header: false })).toEqual([]);
    const named = await open(text, { header: true });
    expect(named.count).toBe(2);
    expect(named.columns?.map(({ name }) => name)).toEqual(['5.1', '3.5', 'red']);
    expect(named.warnings).toEqual([]);
  });

  it('is taken for granted with a warning where nothing tells', async () => {
    expect(await warningsOf('name,city\nAnn,Ulm\nBob,Jena\n')).toEqual([
      `GAN425 t.csv:1: the first row is taken for the names of the columns ("name", "city"), though it might have values
Set "header" to true if this is right, else to false.`,
    ]);
  });

  it('is asked for where its fields contradict each other', async () => {
    expect(await errorOf('a,2019\n1,5\n2,6\n')).toBe(
      `GAN413 t.csv:1: the first row may have names or values: "a" is like no value of its column, "2019" is like those below
Set "header" to true if it has the names of the columns, else to false.`,
    );
  });

  it('is not written where the file has none, and the label is named by its number', async () => {
    const dataset = await open(text, { header: false, label: 'column3' });
    expect(dataset.classList).toEqual([
      { name: 'blue', count: 1 },
      { name: 'red', count: 2 },
    ]);
  });
});

describe('a column', () => {
  it('has numbers in one of the usual disguises, and is written in it', async () => {
    const rows = [
      ['"$1,234.50"', '12.5%', '2020-01-31', '(5.00)', '1 234', '7 kg'],
      ['"$20.00"', '100%', '2019-12-01', '2.50', '999', '8 kg'],
      ['"$3.25"', '0.5%', '2020-02-29', '0.00', '12 000', '9 kg'],
    ];
    const text = ['price,share,day,balance,people,weight', ...rows.map((row) => row.join())].join(
      '\n',
    );
    const dataset = await open(text);
    expect(kindsOf(dataset)).toEqual([
      '0+1 price numeric: $3.25 to $1,234.50',
      '1+1 share numeric: 0.5% to 100.0%',
      '2+1 day date: 2019-12-01 to 2020-02-29',
      '3+1 balance numeric: (5.00) to 2.50',
      '4+1 people numeric: 999 to 12 000',
      '5+1 weight numeric: 7 kg to 9 kg',
    ]);
    expect(samplesOf(dataset, [0]).flat().slice(0, 1)).toEqual([1]);
    expect(rewritten(dataset)).toBe(
      'price,share,day,balance,people,weight\n' +
        '"$1,234.50",12.5%,2020-01-31,(5.00),1 234,7 kg\n' +
        '$20.00,100.0%,2019-12-01,2.50,999,8 kg\n' +
        '$3.25,0.5%,2020-02-29,0.00,12 000,9 kg\n',
    );
  });

  it('has decimal commas where its numbers show them, and others follow it', async () => {
    const semicolons = await open('a;b\n1,5;1.234\n2,25;2.500\n', { separator: ';' });
    expect(kindsOf(semicolons)).toEqual([
      '0+1 a numeric: 1,50 to 2,25',
      '1+1 b numeric: 1.234 to 2.500',
    ]);
    // 1.234 is 1234: halfway between 0 and 2468.
    const three = await open('a;b\n1,5;1.234\n2,25;0\n2,5;2.468\n', { separator: ';' });
    expect(samplesOf(three, [0]).flat()[1]).toBe(0);
    expect(await open('b\n1.234\n2.5\n')).toMatchObject({ columns: [{ values: '1.234 to 2.5' }] });
  });

  it('is refused where a comma may stand before thousands or decimals, until "decimal" tells', async () => {
    const text = 'price\n"1,234"\n"2,500"\n7\n';
    expect(await errorOf(text)).toBe(
      `GAN413 t.csv:2: "1,234" in column "price" has thousands or decimals after its comma (2 of 3 rows)
Set "decimal" to "." for thousands, to "," for decimals.`,
    );
    expect(kindsOf(await open(text, { decimal: '.' }))).toEqual(['0+1 price numeric: 7 to 2,500']);
    expect(kindsOf(await open(text, { decimal: ',' }))).toEqual([
      '0+1 price numeric: 1,234 to 7,000',
    ]);
  });

  it('has thousands after the comma of dollars, and either after the point of euros', async () => {
    expect(kindsOf(await open('price\n"$1,234"\n"$2,500"\n'))).toEqual([
      '0+1 price numeric: $1,234 to $2,500',
    ]);
    const euros = 'price\n€1.234\n€2.500\n';
    expect(await errorOf(euros)).toBe(
      `GAN413 t.csv:2: "€1.234" in column "price" has thousands or decimals after its point (2 of 2 rows)
Set "decimal" to "," for thousands, to "." for decimals.`,
    );
    const thousands = await open(euros + '€0\n', { decimal: ',' });
    expect(samplesOf(thousands, [1])).toEqual([[1]]);
    expect(rewritten(thousands)).toBe(euros + '€0\n');
  });

  it.each([
    ['k;income\na;994\nb;1.016\na;950\nb;1.100\n', '"1.016" in column "income"', '2 of 4 rows'],
    ['k;people\na;82.345\nb;12.456\n', '"82.345" in column "people"', '2 of 2 rows'],
    ['k;way\na;1.250 km\nb;980 km\n', '"1.250 km" in column "way"', '1 of 2 rows'],
  ])(
    'is refused where a point may stand before thousands or decimals: %j',
    async (text, value, rows) => {
      const asked = { separator: ';' };
      expect(await errorOf(text, asked)).toMatch(
        `${value} has thousands or decimals after its point (${rows})
Set "decimal" to "," for thousands, to "." for decimals.`,
      );
      expect(rewritten(await open(text, { ...asked, decimal: ',' }))).toBe(text);
    },
  );

  it.each([
    'a\n1.234\n0.345\n',
    'a\n1.234\n-0.500\n',
    'a\n1.234\n2.5\n',
    'a\n1.234e5\n2\n',
    'a,b\n1.234,0.5\n2.345,1.5\n',
    'a\n1.234%\n2.345%\n',
  ])('has decimals where its table shows a decimal point: %j', async (text) => {
    expect((await open(text)).columns?.[0]?.kind).toBe('numeric');
  });

  it.each([
    'born\n01.2005\n12.2014\n',
    'born\n3.2009\n11.2010\n',
    'born\n6/1991\n12/1994\n',
    'born\n2005.01\n2014.12\n',
  ])('has months of years: %j', async (text) => {
    const dataset = await open(text);
    expect(dataset.columns?.[0]?.kind).toBe('date');
    expect(rewritten(dataset)).toBe(text);
  });

  it('has numbers where not all of them can be months of years', async () => {
    expect(kindsOf(await open('a\n3.2009\n13.1999\n7.5\n'))).toEqual([
      '0+1 a numeric: 3.2009 to 13.1999',
    ]);
  });

  it.each([
    ['4E2A', '1E3A', '2E2A'],
    ['3E4', '12E2', '3E5'],
    ['1A', '2A', '3A'],
    ['100B', '101B', '102B'],
    ['7abc', '8abc', '9abc'],
  ])('has codes where digits and letters are no numbers: %s', async (...codes) => {
    const dataset = await open(`a\n${[...codes, ...codes].join('\n')}\n`);
    expect(dataset.columns).toMatchObject([{ kind: 'categorical', width: codes.length }]);
    expect(await open(`a\n${codes.join('\n')}\n`, { numeric: ['a'] })).toMatchObject({
      columns: [{ kind: 'numeric' }],
    });
  });

  it.each(['5kg', '1.5V', '30°C', '1e3', '1E-3', '2.5E3', '3 A', '$5M'])(
    'has numbers where letters are a unit or an exponent: %s',
    async (field) => {
      expect((await open(`a\n${field}\n`)).columns?.[0]?.kind).toBe('numeric');
    },
  );

  it('is refused where day and month may be either, until "dayFirst" tells', async () => {
    const text = 'born\n01/02/2020\n03/04/2020\n';
    expect(await errorOf(text)).toBe(
      `GAN413 t.csv:2: "01/02/2020" in column "born" may begin with its day or its month (2 of 2 rows)
Set "dayFirst" to true or to false.`,
    );
    expect(rewritten(await open(text, { dayFirst: true }))).toBe(text);
    const certain = 'born\n01/02/2020\n31/01/2020\n';
    expect(kindsOf(await open(certain))).toEqual(['0+1 born date: 31/01/2020 to 01/02/2020']);
  });

  it.each([
    'born\n03-Jan-21\n14-Feb-99\n30-Sep-05\n',
    'born\n"Jan 3, 2021"\n"February 14, 1999"\n"May 1, 2005"\n',
    'born\n1/3/2021 9:05 AM\n12/14/1999 12:00 PM\n5/1/2005 12:30 AM\n',
    'born\n12/31/99\n1/2/00\n5/6/05\n',
    'born\n01.12.21\n02.01.20\n',
  ])('has dates as people write them: %j', async (text) => {
    const dataset = await open(text);
    expect(dataset.columns?.map(({ kind, width }) => `${kind} ${width}`)).toEqual(['date 1']);
    expect(rewritten(dataset)).toBe(text.replace('Jan 3', 'January 3'));
  });

  it('is refused where a year of two digits may be first or last, until "dayFirst" tells', async () => {
    const text = 'born\n20/12/31\n21/01/02\n';
    expect(await errorOf(text)).toBe(
      `GAN413 t.csv:2: "20/12/31" in column "born" may begin or end with its year (2 of 2 rows)
Set "dayFirst" to true or to false if the year is last, or write years with four digits.`,
    );
    expect(await errorOf('born\n20-12-31\n')).toContain('"20-12-31" in column "born" may begin');
    expect(kindsOf(await open(text, { dayFirst: true }))).toEqual([
      '0+1 born date: 21/01/02 to 20/12/31',
    ]);
  });

  it('is told where its values may as well be prices', async () => {
    const text = 'price\n1.1999\n2.2000\n10.1995\n';
    expect(await warningsOf(text)).toEqual([
      `GAN427 t.csv: column "price" has values such as 1.1999, read as month and year
Set "dates" to ["price"] if this is right, else "numeric" to ["price"].`,
    ]);
    expect(await warningsOf(text, { dates: ['price'] })).toEqual([]);
    expect(kindsOf(await open(text, { numeric: ['price'] }))).toEqual([
      '0+1 price numeric: 1.1999 to 10.1995',
    ]);
    expect(await warningsOf('born\n01.2005\n12.2014\n')).toEqual([]);
  });

  it('is told where its values may as well be ratios', async () => {
    const text = 'dilution\n1:10\n1:20\n12:50\n';
    expect(await warningsOf(text)).toEqual([
      `GAN427 t.csv: column "dilution" has values such as 1:10, read as hours and minutes of a day
Set "dates" to ["dilution"] if this is right, else write them as plain numbers, or set "categorical" to ["dilution"].`,
    ]);
    expect(await warningsOf(text, { dates: ['dilution'] })).toEqual([]);
    expect(await warningsOf('opens\n9:05\n13:00\n')).toEqual([]);
    expect(await warningsOf('opens\n09:05\n10:00\n')).toEqual([]);
  });

  it('is told where the century of its years is a guess', async () => {
    expect(await warningsOf('born\n03-Jan-45\n14-Feb-99\n30-Sep-05\n')).toEqual([
      `GAN427 t.csv: column "born" has years of two digits, read as 1999 to 2045
Write years with four digits if another century is meant.`,
    ]);
    expect(await warningsOf('born\n03-Jan-1945\n14-Feb-1999\n')).toEqual([]);
  });

  it.each([
    [
      'born\n03-Jan-21\n30-Feb-21\n04-Jan-21\n',
      '"30-Feb-21" in column "born" is no date (1 of 3 rows)',
    ],
    [
      'price\n$5\n$6\n7\n$8\n',
      '"7" in column "price" is no number written like "$5" (1 of 4 rows)',
    ],
    [
      'price\n$5\n€6\n€7\n€8\n',
      '"$5" in column "price" is no number written like "€6" (1 of 4 rows)',
    ],
    [
      'born\n2020-01-31\n2020-02-30\n2020-01-01\n',
      '"2020-02-30" in column "born" is no date (1 of 3 rows)',
    ],
    [
      'rate\n0\n1%\n0.02\n3%\n',
      '3: column "rate" mixes two forms of numbers: like "0" in 2 of 4 rows, like "1%" in 2\nWrite all of them in one form, or leave the column out with "exclude": ["rate"].',
    ],
    [
      'x\n"1,5"\n1.5\n"2,5"\n2.5\n',
      '2: column "x" mixes two forms of numbers: like "1.5" in 2 of 4 rows, like "1,5" in 2\nWrite all of them in one form, or leave the column out with "exclude": ["x"].',
    ],
    ['a\n1.5\n2.5\n"3,5"\n', '"3,5" in column "a" is no number (1 of 3 rows)'],
  ])('is refused where some values differ in kind: %j', async (text, message) => {
    expect(await errorOf(text)).toContain(message);
  });

  it('has words where digits begin with 0, and where numbers are only some', async () => {
    const dataset = await open('zip,size\n01234,S\n98765,5\n01234,M\n98765,M\n');
    expect(kindsOf(dataset)).toEqual([
      '0+2 zip categorical: 01234, 98765',
      '2+3 size categorical: 5, M, S',
    ]);
  });

  it('has truth values as two words', async () => {
    const dataset = await open('a,b\n1,true\n2,false\n3,true\n');
    expect(kindsOf(dataset)).toEqual(['0+1 a numeric: 1 to 3', '1+2 b categorical: false, true']);
  });

  it('is of the kind that the spec gives', async () => {
    const text = 'zip,year,day\n01234,2019,20200131\n98765,2020,20200201\n';
    const asked = { numeric: ['zip'], categorical: ['year'], dates: ['day'] };
    expect(kindsOf(await open(text, asked))).toEqual([
      '0+1 zip numeric: 1234 to 98765',
      '1+2 year categorical: 2019, 2020',
      '3+1 day date: 20200131 to 20200201',
    ]);
    expect(await errorOf(text, { numeric: ['zip'], dates: ['zip'] })).toBe(
      'GAN413 column "zip" is listed as numeric and as date\nKeep one of them.',
    );
    expect(await errorOf('a\nx\ny\n', { dates: ['a'] })).toContain(
      '"x" in column "a" is no date (2 of 2 rows)',
    );
    expect(await errorOf('a\nx\ny\n', { numeric: ['a'] })).toContain(
      '"x" in column "a" is no number (2 of 2 rows)',
    );
  });

  it('loses blanks around its fields and its name', async () => {
    const dataset = await open('a, job\n1, cook\n2,cook\n', { columns: ['job'] });
    expect(kindsOf(dataset)).toEqual(['0+1 job categorical: cook']);
  });

  const column = (values: (i: number) => string, count = 40): string =>
    `p,x\n${upTo(count)
      .map((i) => `"${values(i)}",${i % 7}`)
      .join('\n')}\n`;

  it('is refused where its values are like numbers or dates in a form that is not read', async () => {
    expect(await errorOf(column((i) => `1,00,${100 + i}`))).toBe(
      `GAN413 t.csv:2: "1,00,100" in column "p" is like a number or a date, in a form that is not read (40 of 40 rows, 40 different values)
Write these values as plain numbers (1234.5) or dates (2020-12-31), or leave the column out with "exclude": ["p"].`,
    );
    expect(await errorOf(column((i) => `${i % 12} 1/2`))).toContain(
      'or make its 12 values categories with "categorical": ["p"].',
    );
  });

  it.each<[string, (i: number) => string]>([
    ['19.-', (i) => `${i}.-`],
    ['1 g, 2 kg', (i) => `${i} ${i % 2 ? 'g' : 'kg'}`],
    ['€1.5M, €300K', (i) => (i % 2 ? `€${i}.5M` : `€${i}00K`)],
    ['1.5M, 300K', (i) => (i % 2 ? `${i}.5M` : `${i}00K`)],
    ['1h 20m', (i) => `1h ${i}m`],
    ['Q1 1990', (i) => `Q${(i % 4) + 1} ${1990 + (i % 13)}`],
    ['Tue 1 Jan 2000', (i) => `Tue ${(i % 28) + 1} Jan ${2000 + i}`],
    ['Jan 1st, 2000', (i) => `Jan 1st, ${2000 + i}`],
    ['21 years, 22 year', (i) => `${20 + (i % 9)} ${i % 2 ? 'year' : 'years'}`],
    ["'12", (i) => `'${i % 9}`],
    ['0°30 N', (i) => `${i}°30 N`],
    ['5 ± 1', (i) => `${i} ± 1`],
  ])('is refused as one of measurements: %s', async (_, values) => {
    expect(await errorOf(column(values))).toContain('in a form that is not read');
    expect((await open(column(values), { categorical: ['p'] })).columns?.[0]?.kind).toBe(
      'categorical',
    );
  });

  it.each<[string, (i: number) => string]>([
    ['3rd', (i) => `${(i % 5) + 4}th`],
    ['A1', (i) => `A${i % 30}`],
    ['1A', (i) => `${i % 30}A`],
    ['Q1', (i) => `Q${(i % 4) + 1}`],
    ['1-5', (i) => `${i % 8}-${(i % 8) + 4}`],
    ['<20', (i) => `<${10 * (i % 6)}`],
    ['5 stars', (i) => `${(i % 4) + 2} star${i % 4 ? 's' : ''}`],
    ['zip', (i) => `0${1000 + (i % 30)}`],
    [
      'S, M, 38',
      (i) => ['S', 'M', 'L', 'XL', 'XS', 'XXL', '38', '40', '42', '44', '46'][i % 11] ?? '',
    ],
  ])('has classes with digits: %s', async (_, values) => {
    const dataset = await open(column(values));
    expect(dataset.columns?.[0]?.kind).toBe('categorical');
  });

  it.each<[string, (i: number) => string]>([
    ['user_17', (i) => `user_${i}`],
    [
      'addresses',
      (i) => `${i} ${'abcdefghijklmnopqrstuvwxyz'[i % 26] ?? ''}${'xyz'[i % 3] ?? ''} street`,
    ],
    ['+49 171 1234567', (i) => `+49 171 12345${10 + i}`],
    ['192.168.0.1', (i) => `192.168.0.${i}`],
  ])('tells rows apart, digits or not: %s', async (_, values) => {
    expect((await open(column(values))).columns?.map(({ name }) => name)).toEqual(['x']);
  });

  it.each<[string, (i: number) => string]>([
    ['ca. 12', (i) => `ca. ${i % 24}`],
    ['size 12', (i) => `size ${i % 30}`],
    ['12B', (i) => `${i % 22}B`],
  ])('is told where values with digits hardly repeat: %s', async (_, values) => {
    expect(await warningsOf(column(values))).toEqual([
      expect.stringMatching(
        /column "p" has [23]\d different values in 40 rows, each with a number of its own in a sample\n.*or write them as plain numbers if they are measured\.$/,
      ),
    ]);
  });

  it('has amounts in rupees', async () => {
    expect(kindsOf(await open(column((i) => `Rs. ${(i * 7) % 40}`)))[0]).toBe(
      '0+1 p numeric: Rs. 0 to Rs. 39',
    );
  });

  it('is refused where words repeat among numbers that do not', async () => {
    const text = column((i) => (i % 3 ? 'abc' : String(i)));
    expect(await errorOf(text)).toBe(
      `GAN413 t.csv:3: column "p" has numbers in 14 of 40 rows, and words such as "abc" in the others
Correct these values, or set "missingMarks" to ["abc"] if this means a missing value, or leave the column out with "exclude": ["p"].`,
    );
    expect(await errorOf(column((i) => (i % 2 ? 'n.v.' : `$${i}.50`)))).toContain(
      'no number written like "$0.50" (20 of 40 rows)',
    );
    const marked = await open(text, { missingMarks: ['abc'], missing: 'mean' });
    expect(kindsOf(marked)[0]).toBe('0+1 p numeric: 0 to 39');
  });

  it('is refused together with all others that cannot be read', async () => {
    expect(await errorOf('a,b,c\n1,5,2\n2,6,bad\n3,x,4\n')).toBe(
      `GAN413 t.csv:4: "x" in column "b" is no number (1 of 3 rows); t.csv:3: "bad" in column "c" is no number (1 of 3 rows)
Correct these values, or set "missingMarks" to ["x"] if this means a missing value, or leave the column out with "exclude": ["b"]. Correct these values, or set "missingMarks" to ["bad"] if this means a missing value, or leave the column out with "exclude": ["c"].`,
    );
  });

  it('is left out by name', async () => {
    expect(kindsOf(await open('a,b\n1,x\n2,y\n', { exclude: ['b'] }))).toEqual([
      '0+1 a numeric: 1 to 2',
    ]);
    expect(await errorOf('a,b\n1,x\n2,y\n', { exclude: ['c'] })).toContain('has no column "c"');
  });
});

describe('a column that tells rows apart', () => {
  const rows = upTo(20).map((i) => `${i + 1},n${i},${1000 + ((i * 7) % 20)},${i % 3}`);
  const text = ['nr,name,customer_id,x', ...rows].join('\n');

  it('is left out with a warning', async () => {
    expect((await open(text)).columns?.map(({ name }) => name)).toEqual(['x']);
    expect(await warningsOf(text)).toEqual([
      `GAN427 t.csv: left out is what tells rows apart: "nr" counts the rows, "name" has 20 different values in 20 rows, "customer_id" has another number in each row
Set "exclude" to ["nr", "name", "customer_id"] if this is right; list a column in "numeric" or "categorical" to keep it.`,
    ]);
  });

  it('is kept where the spec names it', async () => {
    const kept = await open(text, { categorical: ['name'], numeric: ['nr'] });
    expect(kept.shape).toEqual([22]);
    expect((await open(text, { columns: ['customer_id'] })).shape).toEqual([1]);
    expect(await warningsOf(text, { columns: ['name'] })).toEqual([
      `GAN427 t.csv: column "name" has 20 different values in 20 rows, each with a number of its own in a sample
Leave it out with "exclude": ["name"], or divide its values into fewer.`,
    ]);
  });

  it('is a measurement where numbers only happen to differ', async () => {
    const years = upTo(20).map((i) => `${1990 + i},${i * 1.5}`);
    expect(await warningsOf(['year,x', ...years].join('\n'))).toEqual([]);
  });

  it('is kept with a warning among few rows', async () => {
    const few = 'a,b\n1,u\n2,v\n3,w\n5,x\n';
    expect(await warningsOf(few)).toEqual([
      `GAN427 t.csv: column "b" has 4 different values in 4 rows, each with a number of its own in a sample
Leave it out with "exclude": ["b"], or divide its values into fewer.`,
    ]);
    expect((await open(few)).shape).toEqual([5]);
  });
});

it('warns of wide categories, of words that differ in case, and of too many classes', async () => {
  const wide = upTo(300).map((i) => `${i % 7},c${i % 60}`);
  expect(await warningsOf(['a,b', ...wide].join('\n'))).toEqual([
    `GAN427 t.csv: column "b" has 60 different values in 300 rows, each with a number of its own in a sample
Leave it out with "exclude": ["b"], or divide its values into fewer.`,
  ]);
  expect(await warningsOf('a,b\n1,red\n2,Red\n3,red\n4,blue\n')).toEqual([
    `GAN427 t.csv: in column "b", words differ in upper and lower case only: "Red"
Write them alike if they mean the same.`,
  ]);
  expect(await warningsOf('a,b\n1,1.5\n2,1.6\n3,1.7\n5,1.8\n', { label: 'b' })).toEqual([
    `GAN427 t.csv: label "b" has 4 different values in 4 rows, each a class
Name a column whose values occur again and again.`,
  ]);
});

describe('a round value far outside the others', () => {
  const rows = (values: (i: number) => string): string =>
    `a,x\n${upTo(40)
      .map((i) => `${values(i)},${i % 7}`)
      .join('\n')}\n`;

  it('is told where it stands in several rows', async () => {
    const text = rows((i) => (i % 10 ? String(1000 + 7 * i) : '-999'));
    expect(await warningsOf(text)).toEqual([
      `GAN427 t.csv: column "a" has "-999" in 4 of 40 rows, far outside the others (1007 to 1273), as marks of missing values are
If so, set "missingMarks" to ["-999"], and "missing" to what is done with these rows.`,
    ]);
    expect(kindsOf(await open(text, { missingMarks: ['-999'], missing: 'leaveOut' }))[0]).toBe(
      '0+1 a numeric: 1007 to 1273',
    );
  });

  it.each<[string, (i: number) => string]>([
    ['999', (i) => String(i % 30)],
    ['-999.25', (i) => String(i + 0.5)],
    ['$9,999', (i) => `$${i % 30}`],
    ['1900-01-01', (i) => `2020-01-${String(1 + (i % 28)).padStart(2, '0')}`],
    ['31.12.9999', (i) => `${String(1 + (i % 28)).padStart(2, '0')}.01.1980`],
  ])('is a mark of missing values as %s', async (mark, values) => {
    const text = rows((i) => `"${i % 9 ? values(i) : mark}"`);
    expect(await warningsOf(text)).toEqual([
      expect.stringContaining(`column "a" has "${mark}" in 5 of 40 rows, far outside the others`),
    ]);
  });

  it('is told of a date in a single row too', async () => {
    const text = rows((i) => (i === 3 ? '1900-01-01' : `2020-01-${10 + (i % 20)}`));
    expect(await warningsOf(text)).toEqual([
      expect.stringContaining(
        '"1900-01-01" in 1 of 40 rows, far outside the others (2020-01-10 to',
      ),
    ]);
  });

  it.each<[string, (i: number) => string]>([
    ['is one of many near it', (i) => String(960 + i)],
    ['stands in one row', (i) => (i === 5 ? '999' : String(i % 30))],
    ['is not round', (i) => (i % 9 ? String(i % 30) : '1234')],
    ['is a date among many', (i) => `${1890 + (i % 30)}-01-01`],
  ])('is none where it %s', async (_, values) => {
    expect(await warningsOf(rows(values))).toEqual([]);
  });
});

describe('a table of which no column is left', () => {
  it('says why', async () => {
    const text = `name\n${upTo(20)
      .map((i) => `n${i}`)
      .join('\n')}\n`;
    expect(await errorOf(text, { header: true })).toBe(
      `GAN413 t.csv: no column is left for the samples: left out is what tells rows apart: "name" has 20 different values in 20 rows
A sample has numbers, dates, or words that occur again and again; is "separator" right? "columns" names those that are kept whatever they have.`,
    );
    expect(await errorOf('a,b\n,1\n,2\n', { label: 'b' })).toContain(
      'samples: column "a" has no value in any row; it is left out',
    );
    expect(await errorOf('a\n1\n2\n', { label: 'a' })).toBe(
      `GAN413 t.csv: no column is left for the samples
Remove "label": it is no part of a sample.`,
    );
    expect(await errorOf('a\n1\n2\n', { exclude: ['a'] })).toBe(
      `GAN413 t.csv: no column is left for the samples
Remove a name from "exclude": it is no part of a sample.`,
    );
    expect(await errorOf('a,b\n1,2\n2,3\n', { label: 'a', exclude: ['b'] })).toBe(
      `GAN413 t.csv: no column is left for the samples
Remove "label" or a name from "exclude": neither is part of a sample.`,
    );
  });
});

describe('quotes', () => {
  it.each([
    ['"name";"age"\n"a";20\n', ',', ';'],
    ['name;age\n"a";20\n', ',', ';'],
    ['"name","age"\n"a","20"\n', ';', ','],
    ['"a"\t"b"\n', ',', '\t'],
  ])('before another separator name it: %j', async (text, separator, right) => {
    expect(await errorOf(text, { separator })).toContain(
      `\nSet "separator" to ${JSON.stringify(right)}.`,
    );
  });

  it('may stand after blanks', async () => {
    expect(kindsOf(await open('a, "b"\n1, "x, y"\n2, "z"\n3, "z"\n'))).toEqual([
      '0+1 a numeric: 1 to 3',
      '1+2 b categorical: x, y, z',
    ]);
  });
});

describe('a first row that is no row of values', () => {
  it.each([
    [
      '2021-01,2021-02\n0.5,0.1\n1.5,1.1\n4.5,2.1\n',
      { header: false },
      'Set "header" to true if line 1 has the names of the columns.',
    ],
    [
      'a,b\n1,2\n3,4\n5,7\n',
      { header: false },
      'Set "header" to true if line 1 has the names of the columns.',
    ],
    [
      'My report,\nn,x\n1,2\n3,4\n5,7\n',
      { header: true },
      'Remove line 2 if it has units or descriptions of the columns, or the lines before it if it has their names;',
    ],
  ])('is named: %j', async (text, asked, hint) => {
    expect(await errorOf(text, asked)).toContain(`\n${hint}`);
  });
});

describe('a row of units', () => {
  it.each([
    ['x,y,kind\ncm,kg,\n1,2,a\n3,4,b\n5,7,a\n', '"cm", "kg"'],
    ['x,kind\n[m^2],text\n1,a\n3,b\n5,a\n3,b\n', '"[m^2]"'],
    ['day,y\nyyyy-mm-dd,(%)\n2020-01-01,2\n2020-01-02,4\n2020-01-03,7\n', '"yyyy-mm-dd", "(%)"'],
  ])('is told: %j', async (text, units) => {
    expect(await errorOf(text, {})).toContain(
      `:2: the row below the names has words above numbers, as units are: ${units}\nRemove line 2 if it has units or descriptions of the columns, or the lines before it if it has their names; if such words mean missing values, list them in "missingMarks".`,
    );
  });

  it.each([
    ['x,kind\nunknown,a\n1,a\n3,b\n5,a\n', {}],
    ['x,y\ncm,2\n1,2\n3,4\n5,7\n', {}],
    ['x,y\ncm,kg\n1,2\n3,4\n5,7\n', { missingMarks: ['cm', 'kg'] }],
  ])('is not seen in %j with %j', async (text, asked) => {
    expect(await errorOf(text, asked)).not.toContain('as units are');
  });
});

it('a wrong name of the label hides no other mistake', async () => {
  const text = await errorOf('a,b\n1,x\n2,3.5\n', { label: 'c', exclude: ['d'], numeric: ['b'] });
  expect(text).toMatch(/has no column "c"; .*has no column "d"/);
  expect(await errorOf('a,b\n1,x\n2,3.5\n', { label: 'c', numeric: ['b'] })).toMatch(
    /has no column "c"; .*"x" in column "b" is no number/,
  );
});

describe('missing values', () => {
  const text = 'age,income,job\n20,100,cook\n30,,smith\n40,300,?\n50,NA,cook\n';

  it.each([
    '#DIV/0!',
    '.',
    'n.a.',
    '<NA>',
    'NaT',
    '',
    'NA',
    'n/a',
    'NaN',
    'null',
    'None',
    '?',
    '-',
    '#N/A',
    ' ',
  ])('are written as %j', async (field) => {
    expect(await errorOf(`a,b\n1,2\n${field},3\n3,4\n`)).toBe(
      `GAN426 t.csv: "a" is missing in 1 of 3 rows, first in line 3
Set "missing" to "leaveOut" to leave these rows out, to "mean", "median" or "mode" to fill them, or to "indicator" for a number of their own that tells them.`,
    );
  });

  it('have marks of their own, which the error of a column of numbers offers', async () => {
    const text = 'income,x\n100,1\nunknown,2\n300,3\n400,5\n';
    expect(await errorOf(text)).toBe(
      `GAN413 t.csv:3: "unknown" in column "income" is no number (1 of 4 rows)
Correct these values, or set "missingMarks" to ["unknown"] if this means a missing value, or leave the column out with "exclude": ["income"].`,
    );
    const asked = { missingMarks: ['unknown'] };
    expect(await errorOf(text, asked)).toContain('"income" is missing in 1 of 4 rows');
    const dataset = await open(text, { ...asked, missing: 'indicator' });
    expect(dataset.columns?.map(({ name }) => name)).toEqual(['income', 'income is missing', 'x']);
    expect(rewritten(dataset)).toBe(text);
  });

  it.each([
    ['inf', 'set "missingMarks" to ["inf"]'],
    ['957*', 'Correct these values, or leave the column out with "exclude": ["a"].'],
    ['€101', 'Correct these values, or leave the column out with "exclude": ["a"].'],
  ])('are never offered as categories where values differ: %s', async (field, hint) => {
    const text = await errorOf(`a\n${field}\n1\n2\n3\n4\n`);
    expect(text).toContain(hint);
    expect(text).not.toContain('categor');
  });

  it('are counted for all columns of numbers at once', async () => {
    expect(await errorOf('a,b,c\n1,,x\n,,y\n3,5,x\n')).toContain(
      'GAN426 t.csv: "a" is missing in 1, "b" in 2 of 3 rows, first in line 3',
    );
  });

  it('are a category of their own among words, which is said', async () => {
    const words = 'a,job\n1,cook\n2,?\n3,cook\n';
    const dataset = await open(words);
    expect(kindsOf(dataset)).toEqual(['0+1 a numeric: 1 to 3', '1+2 job categorical: ?, cook']);
    expect(rewritten(dataset)).toBe(words);
    expect(await warningsOf(words)).toEqual([
      'GAN426 t.csv: "job" is missing in 1 of 3 rows, which is a category of its own, "?"',
    ]);
  });

  it('leave out one row, in the singular', async () => {
    expect(await warningsOf('a,b\n1,2\n,3\n4,5\n', { missing: 'leaveOut' })).toEqual([
      'GAN426 t.csv: 1 row is left out: "a" is missing in 1 of 3 rows',
    ]);
  });

  it('leave their rows out', async () => {
    const dataset = await open(text, { missing: 'leaveOut' });
    expect(rewritten(dataset)).toBe('age,income,job\n20,100,cook\n');
    expect(await warningsOf(text, { missing: 'leaveOut' })).toEqual([
      'GAN426 t.csv: 3 rows are left out: "income" is missing in 2, "job" in 1 of 4 rows',
    ]);
    expect(await errorOf('a,b\n1,\n,2\n', { missing: 'leaveOut' })).toContain(
      'GAN426 t.csv: no row is left: "a" is missing in 1, "b" in 1 of 2 rows',
    );
  });

  it.each([
    ['mean', 200, 'smith'],
    ['median', 200, 'smith'],
    ['mode', 100, 'smith'],
  ])('are filled with the %s, words with the most frequent one', async (missing, income) => {
    const dataset = await open(text, { missing });
    expect(rewritten(dataset)).toBe(
      `age,income,job\n20,100,cook\n30,${income},smith\n40,300,cook\n50,${income},cook\n`,
    );
    expect(await warningsOf(text, { missing })).toEqual([
      `GAN426 t.csv: "income" is missing in 2 of 4 rows, filled with the ${missing}`,
      'GAN426 t.csv: "job" is missing in 1 of 4 rows, filled with the mode "cook"',
    ]);
  });

  it('are told by a number of their own, and come back', async () => {
    const dataset = await open(text, { missing: 'indicator' });
    expect(kindsOf(dataset)).toEqual([
      '0+1 age numeric: 20 to 50',
      '1+1 income numeric: 100 to 300',
      '2+1 income is missing indicator: -1, or 1 if missing',
      '3+3 job categorical: ?, cook, smith',
    ]);
    expect(samplesOf(dataset, [1])[0]?.slice(1, 3)).toEqual([0, 1]);
    expect(rewritten(dataset)).toBe('age,income,job\n20,100,cook\n30,,smith\n40,300,?\n50,,cook\n');
  });

  it('of the label are refused, or leave their rows out', async () => {
    const labelled = 'a,y\n1,u\n2,\n3,v\n4,u\n';
    expect(await errorOf(labelled, { label: 'y' })).toContain(
      `"y" is missing in 1 of 4 rows, first in line 3
Set "missing" to "leaveOut" to leave out the rows without a class, or give them one.`,
    );
    expect(await errorOf('a,y\n1,u\n,\n3,v\n', { label: 'y' })).toContain('"mean"');
    const dataset = await open(labelled, { label: 'y', missing: 'mean' });
    expect(dataset).toMatchObject({ count: 3, classes: 2 });
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([0, 1, 0]);
  });

  it('in all rows leave a column out', async () => {
    expect(await warningsOf('a,b\n1,\n2,\n')).toEqual([
      `GAN426 t.csv: column "b" has no value in any row; it is left out
Set "exclude" to ["b"] if this is right.`,
    ]);
  });
});

describe('generated rows', () => {
  it('have their class at the place of the label', async () => {
    const dataset = await open('kind,a,b\ncats,1,x\ndogs,2,y\ncats,3,x\n', { label: 'kind' });
    const samples = Float32Array.from(samplesOf(dataset, [0, 1]).flat());
    const file = dataset.encode?.(samples, Int32Array.of(1, 0));
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('kind,a,b\ndogs,1,x\ncats,2,y\n');
    expect(encoded(dataset, [...samples])[1].toString()).toBe('a,b\n1,x\n2,y\n');
  });

  it('have their class last where the spec gives the order of columns', async () => {
    const dataset = await open('kind,a,b\ncats,1,x\ndogs,2,y\n', {
      label: 'kind',
      columns: ['b', 'a'],
    });
    const samples = Float32Array.from(samplesOf(dataset, [1]).flat());
    const file = dataset.encode?.(samples, Int32Array.of(1));
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('b,a,kind\ny,2,dogs\n');
  });
});

describe('a spec of a table', () => {
  const spec = (data: object, units: number): GanSpec => ({
    data: { type: 'csv', file: 't.csv', ...data },
    latent: { dim: 1 },
    generator: { layers: [{ type: 'dense', units, activation: 'tanh' }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 1 },
  });
  const text = 'kind,a,b\ncats,1.5,x\ndogs,2.5,y\ncats,3.5,x\n';

  it('shows which column lies where in a sample, and the classes', async () => {
    const baseDir = folderWith(text);
    const gan = createCompiler({ baseDir }).compile(spec({ label: 'kind' }, 3));
    expect(await gan.explain('data')).toBe(`data: 3 samples of csv, each 3 in [-1, 1]
place  column  kind         width  values
-----  ------  -----------  -----  ----------
    0  a       numeric          1  1.5 to 3.5
  1-2  b       categorical      2  x, y
classes: 0 cats (2), 1 dogs (1)
`);
    expect(gan.warnings).toMatchObject([
      {
        code: 'GAN428',
        pointer: '/data/label',
        message:
          'the label is no column of a sample, and no network is told it, so generated rows have no class',
        hint: 'add "labels": { "generator": "concat", "discriminator": "concat" } to the spec, or remove "label": then it is a column as any other',
      },
    ]);
  });

  it('refuses a label that is a column of a sample too', () => {
    const baseDir = folderWith(text);
    const asked = spec({ label: 'kind', columns: ['a', 'kind'] }, 3);
    expect(createCompiler({ baseDir }).check(asked).diagnostics).toMatchObject([
      {
        code: 'GAN413',
        message: 'column "kind" is listed in "columns" and is the "label"',
        hint: 'Remove "kind" from "columns" where it is the class of its row, or "label" where the GAN shall make it up as a part of the row.',
      },
    ]);
  });

  it('lists the columns where the generator yields another number (GAN201)', () => {
    const { diagnostics } = createCompiler({ baseDir: folderWith(text) }).check(spec({}, 3));
    const [wrong] = diagnostics.filter(({ code }) => code === 'GAN201');
    expect(wrong?.notes?.at(-1)?.message).toBe(
      'the numbers of a sample are 0-1 kind (categorical: cats, dogs), 2 a (numeric: 1.5 to 3.5), 3-4 b (categorical: x, y)',
    );
  });

  it('names the option that gives classes', () => {
    const asked = { ...spec({}, 5), labels: { generator: 'concat' as const } };
    const { diagnostics } = createCompiler({ baseDir: folderWith(text) }).check(asked);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'GAN290',
        hint: 'set "label" of "data", or use a data set with classes, or remove "labels"',
      }),
    );
  });
});
