import { describe, expect, it } from 'vitest';
import { dateColumn } from '../../../src/datasets/tables/dateColumn.js';
import { readDate, unitOf, writeDate } from '../../../src/datasets/tables/dates.js';

const day = 86_400;

describe('a date', () => {
  // Days since 1 January 1970, worked out by hand: 30 leap-free years and 7 leap days up to 2000, say.
  it.each([
    ['1970-01-02', day],
    ['1969-12-31', -day],
    ['2000-01-01', (30 * 365 + 7) * day],
    ['2000/03/01', (30 * 365 + 7 + 31 + 29) * day],
    ['20000101', (30 * 365 + 7) * day],
    ['1970-02', 31 * day],
    ['1970-01-01T01:02:03', 3723],
    ['1970-01-01 00:01', 60],
    ['1970-01-01T02:00:00+02:00', 0],
    ['1970-01-01T00:00:00.25Z', 0.25],
    ['12:30', 45_000],
    ['0:00:05', 5],
    ['2-Jan-70', day],
    ['02-JAN-1970', day],
    ['2 Jan. 1970', day],
    ['2. January 1970', day],
    ['Jan 2, 1970', day],
    ['january 2 1970', day],
    ['1970-Jan-02', day],
    ['Feb 1970', 31 * day],
    ['2/1/70', day],
    ['02.01.70', day],
    // The year 2000 after 30 years with 7 leap days, 2068 before it is 1969 again.
    ['01/01/00', (30 * 365 + 7) * day],
    ['31-Dec-69', -day],
    ['1/1/1970 12:01 AM', 60],
    ['1/1/70 1:00:05 pm', 46_805],
    ['Jan 1, 1970, 12:00 PM', 43_200],
  ])('is read from %s', (field, seconds) => {
    expect(readDate(field, true)?.seconds).toBe(seconds);
  });

  it('begins with its day or its month; before points always with its day', () => {
    expect(readDate('2/1/1970', true)?.seconds).toBe(day);
    expect(readDate('1/2/1970', false)?.seconds).toBe(day);
    expect(readDate('2.1.1970', false)?.seconds).toBe(day);
  });

  it.each([
    '2020-02-30',
    '2020-13-01',
    '31/12/2020',
    '24:00',
    '12:60',
    '12345678',
    '2020',
    '2020/05',
    '1.5',
    'May 5',
    'Jan-21',
    '30-Feb-21',
    '3 Jam 2021',
    '1.2.20',
    '13:00 PM',
    '0:30 AM',
  ])('is not read from %s', (field) => {
    expect(readDate(field, false)).toBeUndefined();
  });
});

it.each([
  '2020-01-31',
  '0099-12-31',
  '31.12.2020',
  '1.2.2020',
  '20201231',
  '2020-07',
  '12:05',
  '9:05:07',
  '2020-01-31T09:05:07.250Z',
  '1969-07-20 20:17',
  '03-Jan-21',
  '3-JAN-2021',
  '3. May 1999',
  'Jan 3, 2021',
  'September 30, 1969',
  '2021-Jan-03',
  'Mar 2021',
  '31/12/99',
  '31.12.68',
  '1/2/2021 9:05 AM',
  'Jan 3, 2021, 12:30:00 PM',
])('%s is written as it was read', (field) => {
  const { format, values } = dateColumn([field], true);
  expect(writeDate(values[0] ?? NaN, format)).toBe(field);
});

describe('a column of dates', () => {
  it('has one layout, that of most fields', () => {
    const { count, values } = dateColumn(['2020-01-31', '2020-02-01', '1.2.2020'], true);
    expect(count).toBe(2);
    expect(values[2]).toBeNaN();
  });

  it('is written with two digits only if all fields are', () => {
    expect(dateColumn(['31/12/2020', '1/2/2020'], true).format.padded).toBe(false);
    expect(dateColumn(['31/12/2020', '01/02/2020'], true).format.padded).toBe(true);
  });

  it.each([
    [['1.01.1950', '12.11.1950']],
    [['03.1.2020', '12.11.2020']],
    [['3.1.2020', '12.11.2020']],
  ])('has days and months with as many digits as the fields: %j', (fields) => {
    const { values, format } = dateColumn(fields, true);
    expect([...values].map((value) => writeDate(value, format))).toEqual(fields);
  });

  it('has times in UTC where the fields have time zones', () => {
    const fields = ['2020-03-29T01:30:00+01:00', '2020-03-29T03:30:00+02:00'];
    const { values, format } = dateColumn(fields, true);
    expect([...values].map((value) => writeDate(value, format))).toEqual([
      '2020-03-29T00:30:00Z',
      '2020-03-29T01:30:00Z',
    ]);
    expect(unitOf(format)).toBe(1);
  });

  it('has whole names of months where any is written so', () => {
    const { values, format } = dateColumn(['1 May 2020', '1 June 2020'], true);
    expect([...values].map((value) => writeDate(value, format))).toEqual([
      '1 May 2020',
      '1 June 2020',
    ]);
  });

  it('has eight digits in a row only if all fields are dates', () => {
    expect(dateColumn(['20200131', '20191231'], true).count).toBe(2);
    expect(dateColumn(['20200131', '20191299'], true).count).toBe(0);
  });
});
