import { describe, expect, test } from '@jest/globals';

import {
  catalogue,
  errorTable,
  failure,
  isErrorCode,
  statusOf,
  toFailure,
  toGraphQLError,
  UnreachableCaseError,
} from '../../src/errors/index.ts';

describe('the catalogue', () => {
  test.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s has texts, and a status if clients see it',
    (_, entry) => {
      expect(entry.message).toMatch(/^[A-Z].*\.$/);
      expect(entry.remedy).toMatch(/\.$/);
      expect(entry.description).toMatch(/\.$/);
      if (entry.audience === 'client') expect(entry.status).toBeGreaterThanOrEqual(400);
    },
  );

  test('becomes a table with a row for each code that clients see, and no other', () => {
    const rows = [...errorTable().matchAll(/^\| `(\w+)` +\| (\d{3}) +\|/gm)].map(
      ([, code, status]) => `${code} ${status}`,
    );
    const clients = catalogue.flatMap((entry) =>
      entry.audience === 'client' ? [`${entry.code} ${entry.status}`] : [],
    );
    expect(rows).toEqual(clients);
  });

  test('knows its own codes only', () => {
    expect(isErrorCode('FORBIDDEN')).toBe(true);
    expect(isErrorCode('constructor')).toBe(false);
    expect(isErrorCode(undefined)).toBe(false);
  });
});

describe('a failure', () => {
  const inner = failure('SUBGRAPH_TIMEOUT', {
    agency: 'benefits',
    path: ['resident', 'benefits'],
    place: 'http://10.0.0.7:4102',
    cause: new Error('connect 10.0.0.7'),
  });

  test('shows clients its code, agency and path', () => {
    expect(toGraphQLError(inner)).toEqual({
      message: 'The agency did not answer in time.',
      path: ['resident', 'benefits'],
      extensions: { code: 'SUBGRAPH_TIMEOUT', agency: 'benefits' },
    });
  });

  test('keeps its internal half out of every serialisation', () => {
    const texts = [
      JSON.stringify(inner),
      JSON.stringify(Object.entries(inner)),
      JSON.stringify(toGraphQLError(inner)),
      String(inner),
    ];
    for (const text of texts) expect(text).not.toContain('10.0.0.7');
  });

  test('for operators is masked before clients', () => {
    const shown = toGraphQLError(failure('KEYS_UNREADABLE', { message: '/etc/keys.json is missing' }));
    expect(shown.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(shown.message).not.toContain('/etc');
    expect(statusOf(failure('KEYS_UNREADABLE'))).toBe(500);
  });

  test('is made of whatever was thrown, the text kept inside', () => {
    const made = toFailure(new Error('duplicate key (ssn)=(123-45-6789)'));
    expect(made.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(toGraphQLError(made))).not.toContain('123-45-6789');
    expect(toFailure(inner)).toBe(inner);
  });
});

test('a case that types rule out is reported without its value', () => {
  expect(new UnreachableCaseError('123-45-6789' as never).message).not.toContain('123');
});
