import { describe, expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { emptyRecord } from '../../src/linkage/index.ts';
import { readQuality, sampleLinks } from '../../src/review/index.ts';
import { cohensKappa } from '../../src/review/quality/cohens-kappa.ts';
import { wilsonInterval } from '../../src/review/quality/wilson-interval.ts';
import { person } from '../master-index/open-index.ts';
import { loaded, openDesk, questionOf, type TestDesk } from './open-desk.ts';

describe('the figures', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.1; Wilson's own form for 0 of 10 and 81 of 263.
  test.each([
    [0, 10, 0, 0, 0.2775],
    [81, 263, 0.308, 0.2553, 0.3662],
    [200, 200, 1, 0.9812, 1],
  ])('%i of %i have the interval of Wilson', (found, of, share, low, high) => {
    const interval = wilsonInterval(found, of);
    expect(interval?.share).toBeCloseTo(share, 3);
    expect(interval?.low).toBeCloseTo(low, 3);
    expect(interval?.high).toBeCloseTo(high, 3);
  });

  test('kappa is the agreement beyond chance, and is not told where there was no choice', () => {
    // Two readers of fifty proposals: 20 both yes, 15 both no, 5 and 10 apart; kappa .4.
    expect(
      cohensKappa(pairsOf(['yes', 'yes', 20], ['yes', 'no', 5], ['no', 'yes', 10], ['no', 'no', 15])),
    ).toBeCloseTo(0.4, 10);
    expect(cohensKappa(pairsOf(['yes', 'yes', 7]))).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });
});

eachDialect('what persons have found of the index', (open) => {
  test('tells how often the machine was right, by a sample of what it linked, in all and by group', async () => {
    const desk = await withLinks(open, 12);
    await sampleLinks(desk.database, desk.index, 10, person);
    const audits = await auditsOf(desk);
    expect(audits).toHaveLength(10);
    await sampleLinks(desk.database, desk.index, 10, person);
    expect(await auditsOf(desk)).toHaveLength(12);
    for (const [at, review] of audits.entries())
      await desk.settle(
        review,
        'ann',
        at === 0 ? 'DIFFERENT_PERSON' : at === 1 ? 'CANNOT_TELL' : 'SAME_PERSON',
      );
    const figures = await readQuality(desk.database, 90, new Date('2026-11-23T00:00:00Z'));
    expect(figures.automaticLinks).toMatchObject({ judged: 9, right: 8, notTold: 1 });
    expect(figures.automaticLinks.low).toBeCloseTo(0.565, 2);
    const bySex = figures.groups.filter(({ dimension }) => dimension === 'sex');
    expect(bySex.map(({ group }) => group)).toEqual(['female', 'male']);
    expect(bySex.reduce((sum, { links }) => sum + links.judged, 0)).toBe(9);
    expect(figures.groups).toContainEqual(
      expect.objectContaining({ dimension: 'Social Security number', group: 'missing' }),
    );
    expect(figures.groupsNotKnown).toEqual(['name origin']);
    expect(figures.calibration.at(-1)).toMatchObject({ judged: 9, found: 8 / 9 });
    expect(JSON.stringify(figures)).not.toMatch(/quillfeather/i);
  });

  test('unlinks what an audit found wrong, and leaves what was right to the machine', async () => {
    const desk = await withLinks(open, 1);
    await sampleLinks(desk.database, desk.index, 10, person);
    const [review] = await auditsOf(desk);
    const { event } = await desk.settle(review!, 'ann', 'DIFFERENT_PERSON');
    expect(event?.type).toBe('UNLINK');
    expect(await desk.residentOf('b0')).not.toBe(await desk.residentOf('h0'));
    const { unlinks } = await readQuality(desk.database, 90);
    expect(unlinks).toEqual({ links: 1, unlinked: 1, rate: 1 });
  });

  test('tells how old the queue is, how long an answer takes, and how often two readers agree', async () => {
    const desk = await openDesk(open, { secondReaderShare: 1, random: () => 0 });
    await loaded(desk, { h1: 'a', b1: 'A', h2: 'x' });
    const review = await questionOf(desk, 'POSSIBLE_MATCH');
    await loaded(desk, { b2: 'X' });
    await desk.claim(review, 'ann');
    desk.later(4);
    await desk.answer(review, 'ann', 'SAME_PERSON');
    await desk.claim(review, 'bob');
    desk.later(8);
    await desk.answer(review, 'bob', 'DIFFERENT_PERSON');
    const { queue, readers } = await readQuality(desk.database, 3660, new Date(Date.now() + 7_200_000));
    expect(queue).toMatchObject({
      open: 2,
      deferred: 0,
      awaitingSecondReader: 0,
      answers: 2,
      medianMinutes: 6,
    });
    expect(queue.oldestHours).toBeCloseTo(2, 1);
    expect(readers).toMatchObject({ pairs: 1, alike: 0 });
  });
});

type Pair = readonly [one: string, other: string];

/** So many pairs of each kind. */
function pairsOf(...counts: readonly (readonly [...Pair, count: number])[]): readonly Pair[] {
  return counts.flatMap(([one, other, count]) => Array.from({ length: count }, (): Pair => [one, other]));
}

/** Pairs of records that the machine has linked: every second person is a woman, nobody has a number. */
async function withLinks(open: Parameters<typeof openDesk>[0], pairs: number): Promise<TestDesk> {
  const desk = await openDesk(open);
  for (let at = 0; at < pairs; at += 1) {
    const sex = at % 2 === 0 ? 'female' : 'male';
    const letters = JSON.stringify({ ...emptyRecord, given: `Given ${at}`, surname: 'Quillfeather', sex });
    await loaded(desk, { [`h${at}`]: letters, [`b${at}`]: letters });
  }
  return desk;
}

async function auditsOf({ database }: TestDesk): Promise<readonly string[]> {
  const rows = await database('review_items').where({ kind: 'AUDIT' }).orderBy('id').select('id');
  return rows.map(({ id }) => id);
}
