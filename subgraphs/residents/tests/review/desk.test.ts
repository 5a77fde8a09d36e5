import { expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { readIndex, replayIndex } from '../../src/master-index/index.ts';
import { numberOf, person } from '../master-index/open-index.ts';
import { loaded, openDesk, questionOf } from './open-desk.ts';

eachDialect('the desk at which questions are answered', (open) => {
  test('lets one of several who claim at once have the question, and the others know', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    const version = await desk.versionOf(review);
    const claims = ['ann', 'bob', 'cy', 'di'].map((reader) =>
      desk.desk.claim(review, { reader, expectedVersion: version }),
    );
    const outcomes = await Promise.allSettled(claims);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const outcome of refused)
      expect(outcome).toMatchObject({
        reason: { reason: expect.stringMatching(/^(CHANGED_SINCE|CLAIMED_BY_ANOTHER)$/) },
      });
  });

  test('keeps a question for who claimed it until the lease ends, and then gives it to whoever comes', async () => {
    const desk = await openDesk(open, { leaseMinutes: 15 });
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    await desk.claim(review, 'ann');
    desk.later(14);
    await expect(desk.claim(review, 'bob')).rejects.toMatchObject({ reason: 'CLAIMED_BY_ANOTHER' });
    desk.later(1);
    await expect(desk.answer(review, 'ann', 'SAME_PERSON')).rejects.toMatchObject({ reason: 'NOT_CLAIMED' });
    await desk.claim(review, 'bob');
    await desk.answer(review, 'bob', 'SAME_PERSON');
    expect(await desk.residentOf('b1')).toBe(await desk.residentOf('h1'));
  });

  test('refuses an answer without a claim, without a reason, and to what has changed', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    const answer = { reader: 'ann', decision: 'SAME_PERSON', purpose: null } as const;
    const reason = 'The papers say so.';
    await expect(desk.desk.decide(review, { ...answer, reason, expectedVersion: 1 })).rejects.toMatchObject({
      reason: 'NOT_CLAIMED',
    });
    await desk.claim(review, 'ann');
    await expect(desk.desk.decide(review, { ...answer, reason, expectedVersion: 1 })).rejects.toMatchObject({
      reason: 'CHANGED_SINCE',
    });
    await expect(
      desk.desk.decide(review, { ...answer, reason: ' ', expectedVersion: 2 }),
    ).rejects.toMatchObject({ reason: 'REASON_MISSING' });
    await expect(desk.claim('nothing', 'ann')).rejects.toThrow();
    expect(await desk.residentOf('b1')).not.toBe(await desk.residentOf('h1'));
    expect(await desk.database('review_readings').select()).toEqual([]);
  });

  test('counts how often a question is put off, and frees it for others', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    for (const reader of ['ann', 'bob']) {
      await desk.claim(review, reader);
      const expectedVersion = await desk.versionOf(review);
      await desk.desk.defer(review, { reader, purpose: null, reason: 'Asked the agency.', expectedVersion });
    }
    expect(await desk.laneOf(review)).toBe('DEFERRED POSSIBLE_MATCH');
    expect((await desk.database('review_work').first('deferrals')).deferrals).toBe(2);
    await desk.settle(review, 'cy', 'DIFFERENT_PERSON');
    expect(await desk.laneOf(review)).toBe('DECIDED POSSIBLE_MATCH');
  });

  test('carries an answer out in the log, with who, why and for what', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const { event } = await desk.settle(await questionOf(desk, 'POSSIBLE_MATCH'), 'ann', 'SAME_PERSON');
    expect(event).toMatchObject({
      type: 'LINK',
      actor: 'ann',
      purpose: 'HOPERAT',
      reason: 'The papers say so.',
    });
    expect(await readIndex(desk.database)).toEqual(await replayIndex(desk.database));
  });

  test('never asks again of whom a person has said that they are two', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    await desk.settle(await questionOf(desk, 'POSSIBLE_MATCH'), 'ann', 'DIFFERENT_PERSON');
    await loaded(desk, { b1: 'a' });
    expect(await desk.residentOf('b1')).not.toBe(await desk.residentOf('h1'));
    expect(await desk.questions()).toEqual(['POSSIBLE_MATCH b1']);
  });

  test('brings two residents with all their records together, and keeps the id of whom more is known', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'b', b2: 'b', j1: 'b', j2: 'a' });
    const [a, b] = [await desk.residentOf('h1'), await desk.residentOf('b1')];
    await loaded(desk, { j2: 'b' });
    const { event } = await desk.settle(await questionOf(desk, 'POTENTIAL_DUPLICATE'), 'ann', 'SAME_PERSON');
    expect(event?.type).toBe('MERGE');
    expect(await desk.resolve(a)).toEqual({ id: b, status: 'ACTIVE' });
    expect(await desk.residentOf('h1')).toBe(b);
  });

  test('takes a record that no longer fits away from its resident, or confirms it there for good', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'a', j1: 'a' });
    await loaded(desk, { b1: 'q' });
    await loaded(desk, { j1: 'r' });
    const [of, ofOther] = (await desk.database('review_items').orderBy('record_id')).map(({ id }) => id);
    const together = await desk.residentOf('h1');
    expect((await desk.settle(of, 'ann', 'DIFFERENT_PERSON')).event?.type).toBe('UNLINK');
    expect((await desk.settle(ofOther, 'ann', 'SAME_PERSON')).event?.type).toBe('CONFIRM');
    expect(await desk.residentOf('b1')).not.toBe(together);
    expect(await desk.residentOf('j1')).toBe(together);
  });

  test('leaves everything as it is where nobody can tell', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const before = await readIndex(desk.database);
    await desk.settle(await questionOf(desk, 'POSSIBLE_MATCH'), 'ann', 'CANNOT_TELL');
    const after = await readIndex(desk.database);
    expect({ ...after, review: null }).toEqual({ ...before, review: null });
  });

  test('gives every answer of the share to a second reader, who is another and must agree', async () => {
    const desk = await openDesk(open, { secondReaderShare: 0.1, random: () => 0.05 });
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    expect(await desk.settle(review, 'ann', 'SAME_PERSON')).toEqual({
      outcome: 'AWAITS_SECOND_READER',
      event: null,
    });
    expect(await desk.residentOf('b1')).not.toBe(await desk.residentOf('h1'));
    await expect(desk.claim(review, 'ann')).rejects.toMatchObject({ reason: 'READ_BY_THE_SAME' });
    expect(await desk.settle(review, 'bob', 'SAME_PERSON')).toMatchObject({ outcome: 'APPLIED' });
    expect(await desk.residentOf('b1')).toBe(await desk.residentOf('h1'));
  });

  test('opens a question anew on which two readers disagree, and has two read it again', async () => {
    const shares = [0, 1, 1, 1];
    const desk = await openDesk(open, { secondReaderShare: 0.1, random: () => shares.shift() ?? 1 });
    await loaded(desk, { h1: 'a', b1: 'A' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    await desk.settle(review, 'ann', 'SAME_PERSON');
    expect(await desk.settle(review, 'bob', 'DIFFERENT_PERSON')).toEqual({
      outcome: 'REOPENED',
      event: null,
    });
    expect(await desk.laneOf(review)).toBe('OPEN POSSIBLE_MATCH');
    expect((await desk.settle(review, 'cy', 'DIFFERENT_PERSON')).outcome).toBe('AWAITS_SECOND_READER');
    expect((await desk.settle(review, 'bob', 'DIFFERENT_PERSON')).event?.type).toBe('APART');
  });

  test('has every merge of residents of whom a person has spoken read by a second one', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'b', j1: 'c', j2: 'd' });
    const [a, b, c] = await Promise.all(['h1', 'b1', 'j1'].map(desk.residentOf));
    expect(await desk.desk.merge(c!, await desk.residentOf('j2'), person)).toMatchObject({
      outcome: 'APPLIED',
    });
    const { review, outcome } = await desk.desk.merge(a!, c!, person);
    expect(outcome).toBe('AWAITS_SECOND_READER');
    expect(await desk.residentOf('j1')).toBe(c);
    await expect(desk.claim(review!, person.actor)).rejects.toMatchObject({ reason: 'READ_BY_THE_SAME' });
    expect((await desk.settle(review!, 'bob', 'SAME_PERSON')).event?.type).toBe('MERGE');
    expect(await desk.residentOf('h1')).toBe(await desk.residentOf('j1'));
    expect(await desk.residentOf('b1')).toBe(b);
  });

  test('has a link read by a second person where it ends a resident to whom a person linked the record', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'a', j1: 'c' });
    await desk.index.unlink('b1', person);
    const [together, apart] = await Promise.all(['h1', 'b1'].map(desk.residentOf));
    const { review, outcome } = await desk.desk.link('b1', together!, person);
    expect(outcome).toBe('AWAITS_SECOND_READER');
    expect(await desk.residentOf('b1')).toBe(apart);
    expect(await desk.resolve(apart!)).toEqual({ id: apart, status: 'ACTIVE' });
    expect((await desk.settle(review!, 'bob', 'SAME_PERSON')).event?.type).toBe('LINK');
    expect(await desk.residentOf('b1')).toBe(together);
    expect(await desk.resolve(apart!)).toEqual({ id: together, status: 'ACTIVE' });
  });

  test('has a link and a merge read by a second person where a person told the records apart', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    await desk.settle(await questionOf(desk, 'POSSIBLE_MATCH'), 'ann', 'DIFFERENT_PERSON');
    const [a, b] = await Promise.all(['h1', 'b1'].map(desk.residentOf));
    expect(await desk.desk.link('b1', a!, person)).toMatchObject({ outcome: 'AWAITS_SECOND_READER' });
    expect(await desk.residentOf('b1')).toBe(b);
    await loaded(desk, { p1: 'q', p2: 'Q' });
    const [review] = await desk.database('review_items').where({ record_id: 'p2' }).select('id');
    await desk.settle(review.id, 'ann', 'DIFFERENT_PERSON');
    const [p, q] = await Promise.all(['p1', 'p2'].map(desk.residentOf));
    expect(await desk.desk.merge(p!, q!, person)).toMatchObject({ outcome: 'AWAITS_SECOND_READER' });
    expect(await desk.residentOf('p2')).toBe(q);
  });

  test('lets one person link a record alone of which nobody has spoken, or whose resident stays', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'b', j1: 'c', j2: 'c' });
    const [a, c] = await Promise.all(['h1', 'j1'].map(desk.residentOf));
    expect(await desk.desk.link('b1', a!, person)).toMatchObject({ outcome: 'APPLIED', review: null });
    expect(await desk.desk.link('b1', c!, person)).toMatchObject({ outcome: 'APPLIED', review: null });
    expect(await desk.residentOf('b1')).toBe(c);
  });

  test('lets no merge through alone of residents of whom a person speaks meanwhile', async () => {
    const opened = await openDesk(open);
    await loaded(opened, { h1: 'a', b1: 'b', j1: 'c' });
    const [a, b] = await Promise.all(['h1', 'b1'].map(opened.residentOf));
    const { index } = opened;
    const merge = index.mergeAlone.bind(index);
    index.mergeAlone = async (...given) => {
      await index.link('j1', a!, person);
      return merge(...given);
    };
    expect(await opened.desk.merge(a!, b!, person)).toMatchObject({ outcome: 'AWAITS_SECOND_READER' });
    expect(await opened.residentOf('b1')).toBe(b);
  });

  test('opens the question again, for two readers, when its answer is undone', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'A' });
    const [apart, review] = [await desk.residentOf('b1'), await questionOf(desk, 'POSSIBLE_MATCH')];
    const { event } = await desk.settle(review, 'ann', 'SAME_PERSON');
    await desk.index.undo(numberOf(event), person);
    expect(await desk.residentOf('b1')).toBe(apart);
    expect(await desk.laneOf(review)).toBe('OPEN POSSIBLE_MATCH');
    expect((await desk.settle(review, 'ann', 'DIFFERENT_PERSON')).outcome).toBe('AWAITS_SECOND_READER');
    expect(await readIndex(desk.database)).toEqual(await replayIndex(desk.database));
  });

  test('closes a question that a command has answered, and opens it again when that is undone', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', j1: 'a', b1: 'A' });
    await loaded(desk, { j1: 'q' });
    const match = await questionOf(desk, 'POSSIBLE_MATCH');
    const overlay = await questionOf(desk, 'POSSIBLE_OVERLAY');
    const link = await desk.index.link('b1', await desk.residentOf('h1'), person);
    expect(await desk.laneOf(match)).toBe('DECIDED POSSIBLE_MATCH');
    expect(await desk.laneOf(overlay)).toBe('OPEN POSSIBLE_OVERLAY');
    await desk.index.unlink('j1', person);
    expect(await desk.laneOf(overlay)).toBe('DECIDED POSSIBLE_OVERLAY');
    await expect(desk.claim(overlay, 'ann')).rejects.toMatchObject({ reason: 'ALREADY_DECIDED' });
    await desk.index.undo(numberOf(link), person);
    expect(await desk.laneOf(match)).toBe('OPEN POSSIBLE_MATCH');
    expect(await readIndex(desk.database)).toEqual(await replayIndex(desk.database));
  });

  test('refuses a command of somebody who has not seen what happened to the resident since', async () => {
    const desk = await openDesk(open);
    await loaded(desk, { h1: 'a', b1: 'b', j1: 'c' });
    const [a, b] = await Promise.all(['h1', 'b1'].map(desk.residentOf));
    const seen = Number((await desk.database('index_clock').first('sequence')).sequence);
    await desk.index.link('j1', b!, { ...person, expectedVersion: seen });
    await expect(desk.index.merge(a!, b!, { ...person, expectedVersion: seen })).rejects.toMatchObject({
      reason: 'CHANGED_SINCE',
    });
    await desk.index.merge(a!, b!, { ...person, expectedVersion: seen + 1 });
    expect(await desk.residentOf('j1')).toBe(a);
  });
});
