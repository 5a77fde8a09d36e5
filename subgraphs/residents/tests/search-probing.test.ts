import { beforeEach, expect, test } from '@jest/globals';
import type { Database, Requester } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { matchResidents, searchResidents, type SearchRequest } from '../src/search/index.ts';
import { fillIndex, type FilledIndex } from './index-database.ts';
import { people } from './seed.ts';

type Input = SearchRequest['input'];

const caller: Requester = {
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'page',
  purposeOfUse: 'TREAT',
};

eachDialect('whoever tries to learn by searching', (open) => {
  let index: FilledIndex;
  beforeEach(async () => {
    index = await fillIndex(open);
  });

  const search = (input: Input, requester: Requester = caller) =>
    searchResidents(index.database, requester, { input, first: 25 });

  test('is refused after so many questions in a minute, and nobody else is', async () => {
    const input = { givenName: 'Ana', surname: 'Smith' };
    const answers = await inTurn(121, () => search(input));
    expect(answers.map(({ status }) => status).lastIndexOf('fulfilled')).toBe(119);
    await expect(search(input)).rejects.toThrow('At most 120 searches are answered in a minute');
    await expect(search(input, { ...caller, subject: 'caseworker-2' })).resolves.toBeDefined();
    await index.database('search_log').update({ at: new Date(Date.now() - 61_000).toISOString() });
    await expect(search(input)).resolves.toBeDefined();
  }, 60_000);

  test('sees no more than 25 of those who agree, whatever pages are asked for', async () => {
    const seen = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < 20; page += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await searchResidents(index.database, caller, {
        input: { surname: 'Smith', postalCode: '69701' },
        first: 10,
        after,
      });
      for (const { node } of answer.edges) seen.add(node.id);
      after = answer.pageInfo.endCursor;
      if (!answer.pageInfo.hasNextPage) break;
    }
    expect(seen.size).toBe(25);
  });

  test.each([
    ['birth dates', (at: number) => ({ surname: 'Weber', givenName: 'Ana', birthDate: dayOf(at) })],
    ['birth dates of one surname', (at: number) => ({ surname: 'Weber', birthDate: dayOf(at) })],
    [
      'birth years',
      (at: number) => ({ surname: 'Weber', givenName: 'Ana', partialBirthDate: String(1930 + at) }),
    ],
    ['birth dates of one phone number', (at: number) => ({ phone: '9905550001', birthDate: dayOf(at) })],
    [
      'birth dates under spellings of a name',
      (at: number) => ({ surname: ['Weber', 'Webber', 'Veber'][at % 3]!, birthDate: dayOf(at) }),
    ],
    [
      'last four digits',
      (at: number) => ({ surname: 'Weber', socialSecurityNumberLastFour: String(2000 + at) }),
    ],
    [
      'last four digits of one birth date',
      (at: number) => ({ birthDate: '1951-03-02', socialSecurityNumberLastFour: String(2000 + at) }),
    ],
  ])('tries 20 %s in a day, and no more', async (_, ask) => {
    const answers = await inTurn(21, (at) => search(ask(at)));
    expect(answers.map(({ status }) => status).lastIndexOf('fulfilled')).toBe(19);
    // What was tried may be asked again, and other names may be asked for.
    await expect(search({ surname: 'Haddad', givenName: 'Wei', birthDate: dayOf(3) })).resolves.toBeDefined();
  });

  test('counts a match as a search', async () => {
    await inTurn(20, (at) => search({ surname: 'Weber', birthDate: dayOf(at) }));
    const input = { surname: 'Weber', birthDate: '1951-03-02' };
    await expect(matchResidents(index.database, caller, { input })).rejects.toThrow('At most 20 birth dates');
  });

  test('learns no more of a wrong birth date than that it is near', async () => {
    const weights = await Promise.all(
      ['1951-03-04', '1951-03-12', '1951-02-03', '1961-03-02', '1951-12-02'].map(async (birthDate, at) => {
        const requester = { ...caller, subject: `caseworker-${at}` };
        const { edges } = await search({ givenName: 'Ana', surname: 'Smith', birthDate }, requester);
        const found = edges.find(({ node }) => node.id === people.ana);
        return found?.node.evidence.find(({ identifier }) => identifier === 'BIRTH_DATE');
      }),
    );
    expect(new Set(weights.map((one) => JSON.stringify(one))).size).toBeLessThanOrEqual(2);
  });

  test('cannot ask for a whole number', async () => {
    const { errors } = await index.ask(
      'query ($input: ResidentSearchInput!) { searchResidents(input: $input) { isTooBroad } }',
      { input: { surname: 'Smith', socialSecurityNumberLastFour: '123451001' } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(JSON.stringify(errors)).not.toContain('12345');
  });

  test.each([
    [
      'an address',
      { addressLine: '9 Hidden Lane', givenName: 'Robert' },
      { addressLine: '9 Nowhere Lane', givenName: 'Robert' },
    ],
    [
      'an address and a code',
      { addressLine: '9 Hidden Lane', postalCode: '69702' },
      { addressLine: '9 Nowhere Lane', postalCode: '69702' },
    ],
    [
      'names and an address',
      { givenName: 'Robert', surname: 'OBrien', addressLine: '9 Hidden Lane' },
      { givenName: 'Robert', surname: 'OBrien', addressLine: '9 Nowhere Lane' },
    ],
    [
      'a surname and a code',
      { surname: 'OBrien', postalCode: '69702' },
      { surname: 'OBrien', postalCode: '69703' },
    ],
  ])('cannot tell %s that is protected from none', async (_, hidden, none) => {
    const ofHidden = await observed(index.database, () => search(hidden));
    const ofNone = await observed(index.database, () => search(none));
    expect(ofHidden.answer).toEqual(ofNone.answer);
    expect(ofHidden.statements).toEqual(ofNone.statements);
  });

  test.each([
    ['a record of theirs', 'housing', [{ resident_id: people.robert, from_sequence: 1 }]],
    [
      'a record that was linked to somebody else since',
      'housing',
      [
        { resident_id: people.robert, from_sequence: 1, until_sequence: 2 },
        { resident_id: people.ana, from_sequence: 2 },
      ],
    ],
    [
      'a record of an agency that nobody may be known to, of whom it did not know before',
      'justice',
      [{ resident_id: people.ana, from_sequence: 1 }],
    ],
  ])('cannot tell a protected address of %s from none either', async (_, source, links) => {
    const person = { given: 'Robert', surname: 'OBrien', addressLine: '9 Hidden Lane', postalCode: '69702' };
    await index
      .database('local_records')
      .insert({ id: 'r1', source, content: '', person: JSON.stringify(person), is_active: 1 });
    await index
      .database('record_links')
      .insert(links.map((link) => ({ until_sequence: null, ...link, record_id: 'r1', method: 'AUTO' })));
    const hidden = await observed(index.database, () =>
      search({ addressLine: '9 Hidden Lane', givenName: 'Robert' }),
    );
    const none = await observed(index.database, () =>
      search({ addressLine: '9 Nowhere Lane', givenName: 'Robert' }),
    );
    expect(hidden.answer).toEqual(none.answer);
  });

  test('leaves nothing of what was tried on the day before, whatever is asked next', async () => {
    await index.database('search_guesses').insert({ subject: 'x', day: '2026-01-01', aim: 1, guess: 1 });
    await search({ givenName: 'Ana', surname: 'Weber' });
    expect(await index.database('search_guesses').where({ subject: 'x' }).select()).toEqual([]);
  });

  test('leaves a record of who asked what for, before anything is looked up, and no values', async () => {
    await search({ surname: 'Weber', birthDate: '1951-03-02' });
    await search({ surname: 'Nobody', phone: '9905559999' });
    const rows = await index.database('search_log').orderBy('at').select();
    expect(rows).toMatchObject([
      {
        subject: 'caseworker-1',
        agency: 'housing',
        purpose: 'TREAT',
        kind: 'SEARCH',
        identifiers: 'surname birthDate',
      },
      { identifiers: 'surname phone' },
    ]);
    const kept = [...rows, ...(await index.database('search_guesses').select())];
    expect(JSON.stringify(kept)).not.toMatch(/weber|1951-03|19510302|9905559999/iu);
  });
});

/** What a caller and whoever watches the clock could see: the answer, and what was done for it. */
async function observed(
  database: Database,
  ask: () => ReturnType<typeof searchResidents>,
): Promise<{ readonly answer: unknown; readonly statements: readonly string[] }> {
  await ask();
  const statements: string[] = [];
  const note = ({ sql }: { readonly sql: string }): void =>
    void statements.push(sql.replaceAll(/-?\d+/g, 'n'));
  database.on('query', note);
  const answer = await ask();
  database.removeListener('query', note);
  return { answer, statements };
}

async function inTurn<Answer>(
  count: number,
  ask: (at: number) => Promise<Answer>,
): Promise<readonly PromiseSettledResult<Answer>[]> {
  const answers: PromiseSettledResult<Answer>[] = [];
  for (let at = 0; at < count; at += 1) {
    // oxlint-disable-next-line no-await-in-loop
    answers.push(...(await Promise.allSettled([ask(at)])));
  }
  return answers;
}

function dayOf(at: number): string {
  return new Date(Date.UTC(1940, 0, 1 + at * 37)).toISOString().slice(0, 10);
}
