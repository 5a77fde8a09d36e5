import { beforeAll, expect, test } from '@jest/globals';
import type { Database, Requester } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import { graphql } from 'graphql';

import { residents } from '../src/index.ts';
import { fillIndex, type FilledIndex } from './index-database.ts';
import { people } from './seed.ts';

const query = `query ($input: ResidentSearchInput!, $onlyCertain: Boolean, $count: Int) {
  matchResident(input: $input, onlyCertain: $onlyCertain, count: $count) {
    resident { id } grade probability weight evidence { identifier level weight }
  }
}`;

interface Graded {
  readonly resident: { readonly id: string };
  readonly grade: string;
  readonly probability: number;
  readonly weight: number;
}

const whole = { givenName: 'Ana', surname: 'Smith', birthDate: '1951-03-02', phone: '9905550001' };

eachDialect('a match', (open) => {
  let index: FilledIndex;
  beforeAll(async () => {
    index = await fillIndex(open);
  });

  async function match(input: object, options: object = {}): Promise<readonly Graded[]> {
    const { data, errors } = await index.ask(query, { input, onlyCertain: false, count: 5, ...options });
    expect(errors).toBeUndefined();
    return data?.['matchResident'] as readonly Graded[];
  }

  test('is certain of somebody with whom names and birth date agree and nothing else does not', async () => {
    const [first, ...others] = await match(whole);
    expect(first).toMatchObject({ resident: { id: people.ana }, grade: 'CERTAIN' });
    expect(first!.probability).toBeGreaterThan(0.99);
    expect(others.map(({ grade }) => grade)).not.toContain('CERTAIN');
  });

  test.each([
    ['the birth date', { ...whole, birthDate: '1981-11-24' }],
    ['the number', { ...whole, socialSecurityNumberLastFour: '9999' }],
    ['the given name', { ...whole, givenName: 'Wilhelmina' }],
  ])('is not certain where %s contradicts', async (_, input) => {
    const graded = await match(input);
    expect(graded.map(({ resident }) => resident.id)).toContain(people.ana);
    expect(graded.map(({ grade }) => grade)).not.toContain('CERTAIN');
  });

  test('is not certain by names alone, nor of two who agree alike', async () => {
    expect((await match({ givenName: 'Ana', surname: 'Smith' })).map(({ grade }) => grade)).not.toContain(
      'CERTAIN',
    );
    await index.database('residents').insert(twin);
    await index
      .database('resident_names')
      .insert({ id: 5_000, resident_id: twin.id, name_use: 'OFFICIAL', given: 'Wei', surname: 'Haddad' });
    await index.database('resident_names').insert({
      id: 5_001,
      resident_id: otherTwin.id,
      name_use: 'OFFICIAL',
      given: 'Wei',
      surname: 'Haddad',
    });
    await index.database('residents').insert(otherTwin);
    await changed(index.database, [twin.id, otherTwin.id]);
    const graded = await match({ givenName: 'Wei', surname: 'Haddad', birthDate: '1988-08-08' });
    expect(graded.slice(0, 2).map(({ grade }) => grade)).toEqual(['PROBABLE', 'PROBABLE']);
  });

  test('answers the certain one alone where nobody else is wanted, and nobody where none is', async () => {
    expect((await match(whole, { onlyCertain: true })).map(({ resident }) => resident.id)).toEqual([
      people.ana,
    ]);
    expect(await match({ givenName: 'Ana', surname: 'Smith' }, { onlyCertain: true })).toEqual([]);
  });

  test('answers as many as are wanted, best first', async () => {
    const graded = await match({ givenName: 'Ana', surname: 'Smith' }, { count: 3 });
    expect(graded).toHaveLength(3);
    expect(graded.map(({ weight }) => weight)).toEqual(
      graded.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    const { errors } = await index.ask(query, { input: whole, count: 26 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'count' });
  });

  test('follows what the index does, without being told', async () => {
    const phone = '9905550077';
    expect((await match({ phone }))[0]?.resident.id).toBe('77'.padStart(26, '0'));
    await index
      .database('residents')
      .where({ id: '77'.padStart(26, '0') })
      .update({ status: 'MERGED', replaced_by: people.ana });
    await index.database('resident_phones').where({ number: phone }).update({ resident_id: people.ana });
    await changed(index.database, ['77'.padStart(26, '0'), people.ana]);
    expect((await match({ phone })).map(({ resident }) => resident.id)).toEqual([people.ana]);
  });
});

eachDialect('a resident by the id of a record', (open) => {
  const local = `query { residentByLocalId(source: "housing", localId: "h1") { id } }`;

  test('is told to the agency whose record it is, and to others looks like none', async () => {
    const index = await fillIndex(open);
    await index
      .database('local_records')
      .insert({ id: 'h1', source: 'housing', content: '', person: '{}', is_active: 1 });
    await index
      .database('record_links')
      .insert({ record_id: 'h1', resident_id: people.formerAna, method: 'AUTO', from_sequence: 1 });
    const askAs = async (agency: string, source = local): Promise<unknown> => {
      const contextValue = residents.contextOver(index.database, systemOf(agency));
      const { data, errors } = await graphql({ schema: residents.schema, source, contextValue });
      expect(errors).toBeUndefined();
      return data?.['residentByLocalId'];
    };
    expect(await askAs('housing')).toEqual({ id: people.ana });
    expect(await askAs('justice')).toBeNull();
    expect(await askAs('housing', local.replace('h1', 'h2'))).toBeNull();
    expect(await askAs('justice', local.replace('housing', 'justice'))).toBeNull();
  });
});

const twin = {
  id: 'TWIN'.padStart(26, '0'),
  status: 'ACTIVE',
  version: 1,
  as_of: '2026-10-31',
  birth_date: '1988-08-08',
};
const otherTwin = { ...twin, id: 'TWEN'.padStart(26, '0') };

/** An event of the log that concerns residents. */
async function changed(database: Database, ids: readonly string[]): Promise<void> {
  await database('index_clock').increment('sequence', 1);
  const { sequence } = await database('index_clock').first('sequence');
  await database('event_residents').insert(
    ids.map((id) => ({ id: `${id} ${sequence}`, sequence, resident_id: id })),
  );
}

function systemOf(agency: string): Requester {
  return { subject: 'system', agency, roles: [], application: 'feed', purposeOfUse: null };
}
