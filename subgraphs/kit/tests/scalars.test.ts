import { describe, expect, test } from '@jest/globals';

import { scalars } from '../src/schema/scalars/index.ts';

const { Date: date, DateTime: dateTime, Decimal: decimal } = scalars;

describe('Date', () => {
  test('is printed as it is', () => {
    expect(date.serialize('2024-02-29')).toBe('2024-02-29');
  });

  test.each([
    '2023-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-01-00',
    '1900-02-29',
    '2023-13-01',
    '01/02/2023',
    '',
    7,
    null,
  ])('is not %p', (value) => {
    expect(() => date.parseValue(value)).toThrow('YYYY-MM-DD');
  });
});

describe('DateTime', () => {
  test.each([
    ['2026-01-31T08:30:00Z', '2026-01-31T08:30:00Z'],
    ['2026-01-31T08:30:00.500Z', '2026-01-31T08:30:00.500Z'],
    ['2026-01-31T08:30:00-05:00', '2026-01-31T13:30:00Z'],
    ['2026-01-31 08:30:00', '2026-01-31T08:30:00Z'],
  ])('%s is printed %s', (value, printed) => {
    expect(dateTime.serialize(value)).toBe(printed);
  });

  test.each(['2026-01-31', '2026-01-31T25:00:00Z', 'yesterday', 7])('is not %p', (value) => {
    expect(() => dateTime.parseValue(value)).toThrow('RFC 3339');
  });
});

describe('Decimal', () => {
  test.each([
    ['12.5', '12.50'],
    [12.5, '12.50'],
    [0, '0.00'],
    ['-0.00', '0.00'],
    ['-0.5', '-0.50'],
    ['0.1250', '0.125'],
    ['007', '7.00'],
    ['123456789012345678901234.56', '123456789012345678901234.56'],
  ])('%p is printed %s', (value, printed) => {
    expect(decimal.serialize(value)).toBe(printed);
  });

  test.each(['', '1,5', '1e5', 'NaN', Number.NaN, null, {}])('is not %p', (value) => {
    expect(() => decimal.parseValue(value)).toThrow('decimal number');
  });
});
