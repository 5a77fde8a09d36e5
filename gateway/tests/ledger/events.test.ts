import { readFile } from 'node:fs/promises';

import { describe, expect, test } from '@jest/globals';

import { entryText, eventTable, readEntry } from '../../src/ledger/events/index.ts';

const readme = new URL('../../src/ledger/events/README.md', import.meta.url);

/** The table as prettier leaves it is the same but for its spaces and dashes. */
function withoutLayout(text: string): string {
  return text
    .replaceAll(/-{3,}/g, '---')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

const event = {
  type: 'sign-in-failed',
  at: '2026-01-31T08:30:00.000Z',
  code: 'UNAUTHENTICATED',
  count: 2,
} as const;

describe('an event', () => {
  test('is specified with every field', async () => {
    const text = await readFile(readme, 'utf8');
    const [, written = ''] = /<!-- events:begin -->(.*)<!-- events:end -->/s.exec(text) ?? [];
    expect(withoutLayout(written)).toBe(withoutLayout(eventTable()));
  });

  test('is read as it was written', () => {
    expect(readEntry(entryText(event))).toEqual(event);
  });

  test.each([
    ['of no known type', { ...event, type: 'else' }],
    ['with a field that it does not have', { ...event, name: 'Ann' }],
    ['without a field that it has', { type: 'sign-in-failed', at: event.at, code: event.code }],
    ['with a value of another kind', { ...event, count: 'two' }],
  ])('is not read %s', (_, changed) => {
    expect(() => readEntry(Buffer.from(JSON.stringify(changed)))).toThrow('entry');
  });

  test('is not read of anything but JSON', () => {
    expect(() => readEntry(Buffer.from('{'))).toThrow('The entry is no JSON object.');
  });
});
