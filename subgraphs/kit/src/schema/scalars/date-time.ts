import { GraphQLError, GraphQLScalarType } from 'graphql';

const form = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant, date-time of RFC 3339, always in UTC: YYYY-MM-DDThh:mm:ssZ. Databases hold it in UTC. */
export const dateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? print(value) : readInstant(value)),
  parseValue: readInstant,
});

function readInstant(value: unknown): string {
  if (typeof value !== 'string' || !form.test(value)) throw notAnInstant();
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}Z`;
  return print(new Date(zoned.replace(' ', 'T')));
}

function print(instant: Date): string {
  if (Number.isNaN(instant.getTime())) throw notAnInstant();
  return instant.toISOString().replace('.000Z', 'Z');
}

function notAnInstant(): GraphQLError {
  return new GraphQLError('A DateTime is an instant in the form of RFC 3339, such as 2026-01-31T08:30:00Z.');
}
