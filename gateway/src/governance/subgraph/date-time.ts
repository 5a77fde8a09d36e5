import { GraphQLError, GraphQLScalarType } from 'graphql';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant of RFC 3339, written in UTC: `YYYY-MM-DDThh:mm:ssZ`. */
export const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
    throw new GraphQLError('The record holds no instant.');
  },
  parseValue: (value) => {
    const instant = typeof value === 'string' && form.test(value) ? new Date(value) : null;
    // RFC 3339 has years of four digits, and so has the database.
    if (instant === null || Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999)
      throw new GraphQLError('A DateTime is an instant of RFC 3339, such as 2026-01-31T08:30:00Z.');
    return instant;
  },
});
