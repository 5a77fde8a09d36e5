import { expect, test } from '@jest/globals';
import { migrate } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../../src/index.ts';
import { createNumberTokenizer, emptyRecord, type PersonRecord } from '../../src/linkage/index.ts';
import {
  MasterIndex,
  activeModel,
  bulkLoad,
  createLinkageMatcher,
  personText,
  readIndex,
  replayIndex,
} from '../../src/master-index/index.ts';

const tokenize = createNumberTokenizer(new Uint8Array(32).fill(1));
const letters = 'abcdefghijklmnopqrstuvwxyz';

eachDialect('an index that is filled at once', (open) => {
  test('has one resident for each person, and takes the next record in by the same model', async () => {
    const database = await open();
    await migrate(residents, database);
    const people = Array.from({ length: 30 }, (_, at) => personOf(at));
    await bulkLoad(database, [
      ...people.map((person, at) => ({ id: `b${at}`, source: 'benefits', person })),
      ...people.map((person, at) => ({
        id: `h${at}`,
        source: 'housing',
        person: { ...person, phone: null },
      })),
    ]);
    const filled = await readIndex(database);
    expect(filled).toEqual(await replayIndex(database));
    expect(filled.resident.size).toBe(30);
    expect(filled.link.get('h7')).toEqual(filled.link.get('b7'));

    const model = await activeModel(database);
    const index = new MasterIndex(database, createLinkageMatcher(model!));
    await index.load({ id: 'j7', source: 'justice', person: JSON.stringify({ ...people[7], email: null }) });
    await index.load({ id: 'j99', source: 'justice', person: JSON.stringify(personOf(99)) });
    const now = await readIndex(database);
    expect(now.link.get('j7')).toEqual(now.link.get('b7'));
    expect([...filled.resident.keys()]).not.toContain(now.link.get('j99')?.resident);
    // As alike as can be, but for the sex: no threshold makes the machine link it.
    const contradicting = { ...people[8]!, sex: people[8]!.sex === 'male' ? 'female' : 'male' };
    await index.load({ id: 'j8', source: 'justice', person: personText(contradicting) });
    const asked = await database('review_items').where({ record_id: 'j8' }).first();
    expect(asked).toMatchObject({ kind: 'CONTRADICTION', resident_id: now.link.get('b8')?.resident });
    expect(asked.weight).toBeGreaterThan(700);
    await expect(bulkLoad(database, [])).rejects.toThrow('The index is not empty.');
  });

  test('is not undone whole by one person', async () => {
    const database = await open();
    await migrate(residents, database);
    const records = Array.from({ length: 30 }, (_, at) => ({
      id: `b${at}`,
      source: 'benefits',
      person: personOf(at),
    }));
    await bulkLoad(database, records);
    const filled = await readIndex(database);
    const index = new MasterIndex(database, { find: () => Promise.resolve([]) });
    const act = { actor: 'steward-1', reason: 'Papers seen.' };
    await expect(index.undo(1, act)).rejects.toMatchObject({ reason: 'TOO_MANY_RESIDENTS' });
    expect(await readIndex(database)).toEqual(filled);
  });

  test('is as empty as before where the load breaks off, and can be filled anew', async () => {
    const database = await open();
    await migrate(residents, database);
    const records = Array.from({ length: 30 }, (_, at) => ({
      id: `b${at}`,
      source: 'b',
      person: personOf(at),
    }));
    const unheardOf = { id: null as never, source: 'h', person: personOf(77) };
    const outcome = bulkLoad(database, [...records, unheardOf]).then(
      () => 'filled',
      () => 'broken off',
    );
    expect(await outcome).toBe('broken off');
    for (const table of ['index_events', 'local_records', 'record_links', 'residents', 'linkage_models'])
      expect([table, await database(table).select()]).toEqual([table, []]);
    await bulkLoad(database, records);
    expect(await readIndex(database)).toEqual(await replayIndex(database));
  });

  test('keeps of a record what is compared and nothing else, and nothing of it in the log', async () => {
    const database = await open();
    await migrate(residents, database);
    const people = Array.from({ length: 10 }, (_, at) => ({ ...personOf(at), caseNotes: 'not to be kept' }));
    await bulkLoad(
      database,
      people.map((person, at) => ({ id: `b${at}`, source: 'benefits', person })),
    );
    const index = new MasterIndex(database, createLinkageMatcher((await activeModel(database))!));
    const changed = { ...emptyRecord, ...people[3]!, phone: '6145550000' };
    await index.load({ id: 'b3', source: 'benefits', person: personText(changed) });
    const kept = await database('local_records').select('person');
    for (const { person } of kept)
      expect(Object.keys(JSON.parse(person) as object)).toEqual(Object.keys(emptyRecord));
    const log = JSON.stringify(await database('index_events').select());
    for (const value of [people[3]!.surname!, people[3]!.birthDate!, '6145550000', 'not to be kept'])
      expect(log).not.toContain(value);
  });

  test('gives a record back what it said before when its change is undone', async () => {
    const database = await open();
    await migrate(residents, database);
    const index = new MasterIndex(database, { find: () => Promise.resolve([]) });
    await index.load({ id: 'b1', source: 'benefits', person: personText(personOf(1)) });
    const change = await index.load({ id: 'b1', source: 'benefits', person: personText(personOf(2)) });
    await index.undo(change!.sequence, { actor: 'steward-1', reason: 'Another person’s papers.' });
    expect(await database('local_records').first('person')).toEqual({ person: personText(personOf(1)) });
    expect(await readIndex(database)).toEqual(await replayIndex(database));
  });
});

function personOf(at: number): PersonRecord {
  const day = new Date(Date.UTC(1950, 0, 1) + ((at * 7_919) % 20_000) * 86_400_000);
  return {
    ...emptyRecord,
    given: word(at + 1),
    surname: word(at * 5 + 11),
    sex: at % 2 === 0 ? 'female' : 'male',
    birthDate: day.toISOString().slice(0, 10),
    socialSecurityNumber: tokenize(String(900_000_000 + ((at * 104_729) % 90_000_000))),
    addressLine: `${at + 10} Elm Street`,
    postalCode: String(43_000 + at),
    phone: `614${5_550_000 + at}`,
  };
}

function word(seed: number): string {
  const places = Array.from({ length: 7 }, (_, place) => (seed * (place + 3) + place * place * 7) % 26);
  return places.map((place) => letters[place]).join('');
}
