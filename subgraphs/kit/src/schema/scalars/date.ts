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
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
