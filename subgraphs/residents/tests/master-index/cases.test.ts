import { expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { numberOf, openIndex, person, type TestIndex } from './open-index.ts';

eachDialect('the master index', (open) => {
  test('links a new record to the one whom it certainly is, and asks about the one whom it may be', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'a', j1: 'A', p1: 'z' });
    expect(await opened.residentOf('b1')).toBe(await opened.residentOf('h1'));
    expect(await opened.residentOf('j1')).not.toBe(await opened.residentOf('h1'));
    expect(await opened.questions()).toEqual(['POSSIBLE_MATCH j1']);
  });

  test('does nothing for a record that comes again unchanged', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a' });
    expect(await opened.index.load({ id: 'h1', source: 'h', person: 'a' })).toBeNull();
  });

  // OpenCR, edge case 2: a record is changed so that it no longer fits the one whom it is linked to.
  test('never breaks the link of a changed record silently, but asks', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'a' });
    const before = await opened.residentOf('b1');
    await loaded(opened, { b1: 'q' });
    expect(await opened.residentOf('b1')).toBe(before);
    expect(await opened.questions()).toEqual(['POSSIBLE_OVERLAY b1']);
  });

  // OpenCR, edge case 3: a changed record comes to fit two who were apart.
  test('asks whether two residents are one when a record comes to fit both, and merges neither', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'b', j1: 'a' });
    await loaded(opened, { j1: 'b' });
    expect(await opened.residentOf('j1')).toBe(await opened.residentOf('h1'));
    expect(await opened.residentOf('b1')).not.toBe(await opened.residentOf('h1'));
    expect(await opened.questions()).toContain('POTENTIAL_DUPLICATE j1');
  });

  // HAPI MDM 4156: an update re-ran the matching and made a link again that a person had broken.
  test('does not link again what a person has unlinked, however alike it is', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'a' });
    await opened.index.unlink('b1', person);
    const apart = await opened.residentOf('b1');
    await loaded(opened, { b1: 'A' });
    await loaded(opened, { b1: 'a' });
    expect(await opened.residentOf('b1')).toBe(apart);
    expect(apart).not.toBe(await opened.residentOf('h1'));
    expect(await opened.questions()).toEqual([]);
  });

  // HAPI MDM 4287: merging a resident who was merged into before left an id that led nowhere.
  test('leads every id of a chain of merges to the last survivor', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'b', j1: 'c' });
    const [a, b, c] = await Promise.all(['h1', 'b1', 'j1'].map(opened.residentOf));
    await opened.index.merge(b!, c!, person);
    await opened.index.merge(a!, b!, person);
    for (const id of [a!, b!, c!]) expect(await opened.resolve(id)).toEqual({ id: a, status: 'ACTIVE' });
  });

  // HAPI MDM 4745: after a merge was undone, new records went on to the wrong resident.
  test('gives each side its own records and its id when a merge is undone', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'b', b2: 'b' });
    const [a, b] = [await opened.residentOf('h1'), await opened.residentOf('b1')];
    const merge = numberOf(await opened.index.merge(a, b, person));
    expect(await opened.residentOf('b2')).toBe(a);
    await opened.index.undo(merge, person);
    expect([
      await opened.residentOf('h1'),
      await opened.residentOf('b1'),
      await opened.residentOf('b2'),
    ]).toEqual([a, b, b]);
    await loaded(opened, { j1: 'b' });
    expect(await opened.residentOf('j1')).toBe(b);
    await expect(opened.index.undo(merge, person)).rejects.toMatchObject({ reason: 'ALREADY_UNDONE' });
  });

  // SanteMPI: an unlinked record gets a master of its own, and the two are never matched again.
  test('gives an unlinked record a resident of its own, whose id leads back when that is undone', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'a' });
    const together = await opened.residentOf('h1');
    const unlink = numberOf(await opened.index.unlink('b1', person));
    const own = await opened.residentOf('b1');
    expect(own).not.toBe(together);
    await opened.index.undo(unlink, person);
    expect(await opened.residentOf('b1')).toBe(together);
    expect(await opened.resolve(own)).toEqual({ id: together, status: 'ACTIVE' });
    await expect(opened.index.unlink('x9', person)).rejects.toMatchObject({ reason: 'UNKNOWN_RECORD' });
  });

  // HMIS: after a split, what was before the merge comes back, not a third person.
  test('gives a record that is split off the id that it had before the merge', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'b' });
    const [a, b] = [await opened.residentOf('h1'), await opened.residentOf('b1')];
    await opened.index.merge(a, b, person);
    await opened.index.unlink('b1', person);
    expect(await opened.residentOf('b1')).toBe(b);
    expect(await opened.resolve(b)).toEqual({ id: b, status: 'ACTIVE' });
  });

  test('withdraws a record whose loading is undone, and loses neither it nor its resident', async () => {
    const opened = await openIndex(open);
    const load = await opened.index.load({ id: 'h1', source: 'housing', person: 'a' });
    const resident = await opened.residentOf('h1');
    await opened.index.undo(numberOf(load), person);
    expect(Number((await opened.database('local_records').first('is_active')).is_active)).toBe(0);
    expect(await opened.resolve(resident)).toEqual({ id: resident, status: 'ACTIVE' });
  });

  test('keeps the history of whose a record was', async () => {
    const opened = await openIndex(open);
    await loaded(opened, { h1: 'a', b1: 'b', b2: 'b' });
    const [a, b] = [await opened.residentOf('h1'), await opened.residentOf('b1')];
    await opened.index.link('b1', a, person);
    const history = await opened.database('record_links').where({ record_id: 'b1' }).orderBy('from_sequence');
    expect(history.map(({ resident_id, method }) => [resident_id, method])).toEqual([
      [b, 'AUTO'],
      [a, 'MANUAL'],
    ]);
  });
});

async function loaded({ index }: TestIndex, records: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, letters] of Object.entries(records)) {
    await index.load({ id, source: id.slice(0, 1), person: letters });
  }
}
