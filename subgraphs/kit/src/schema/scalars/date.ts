import { GraphQLError, GraphQLScalarType } from 'graphql';

const form = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar, full-date of RFC 3339: YYYY-MM-DD. */
export const date = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => readDate(typeof value === 'string' ? value.slice(0, 10) : value),
  parseValue: readDate,
});

function readDate(value: unknown): string {
  if (typeof value === 'string' && form.test(value) && isDay(value)) return value;
  throw new GraphQLError('A Date is a day of the calendar as YYYY-MM-DD.');
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= (day > 28 ? lengthOf(year, month) : 28);
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
