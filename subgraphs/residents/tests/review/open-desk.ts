import type { OpenTestDatabase } from '@resident-graph/subgraph-kit/testing';

import type { ReviewDecision } from '../../src/master-index/index.ts';
import { ReviewDesk, type Answered, type DeskSettings } from '../../src/review/index.ts';
import { openIndex, type TestIndex } from '../master-index/open-index.ts';

/** An index with a desk, and a clock that tests turn. */
export interface TestDesk extends TestIndex {
  readonly desk: ReviewDesk;
  readonly later: (minutes: number) => void;
  /** The version of the work on a question. */
  readonly versionOf: (review: string) => Promise<number>;
  readonly claim: (review: string, reader: string) => Promise<void>;
  readonly answer: (review: string, reader: string, decision: ReviewDecision) => Promise<Answered>;
  /** Claims and answers. */
  readonly settle: (review: string, reader: string, decision: ReviewDecision) => Promise<Answered>;
  readonly laneOf: (review: string) => Promise<string>;
}

export async function openDesk(
  open: OpenTestDatabase,
  settings: Partial<DeskSettings> = {},
): Promise<TestDesk> {
  return deskOver(await openIndex(open), settings);
}

export function deskOver(opened: TestIndex, settings: Partial<DeskSettings> = {}): TestDesk {
  const { database, index } = opened;
  const clock = { now: new Date('2026-11-22T09:00:00.000Z') };
  const desk = new ReviewDesk(database, index, { random: () => 1, now: () => clock.now, ...settings });
  const workOn = (review: string) => database('review_work').where({ review_id: review }).first();
  const versionOf = async (review: string): Promise<number> => (await workOn(review)).version;
  const claim = async (review: string, reader: string): Promise<void> =>
    desk.claim(review, { reader, expectedVersion: await versionOf(review) });
  const answer = async (review: string, reader: string, decision: ReviewDecision): Promise<Answered> =>
    desk.decide(review, {
      reader,
      decision,
      purpose: 'HOPERAT',
      reason: 'The papers say so.',
      expectedVersion: await versionOf(review),
    });
  return {
    ...opened,
    desk,
    later: (minutes) => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000)),
    versionOf,
    claim,
    answer,
    settle: async (review, reader, decision) => {
      await claim(review, reader);
      return answer(review, reader, decision);
    },
    laneOf: async (review) => (await workOn(review)).lane,
  };
}

/** Takes records in: letters that are the same are one person, letters that differ in case only are possible. */
export async function loaded({ index }: TestIndex, records: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, letters] of Object.entries(records))
    await index.load({ id, source: id.slice(0, 1), person: letters });
}

/** The id of the only question of a kind. */
export async function questionOf({ database }: TestIndex, kind: string): Promise<string> {
  const rows = await database('review_items').where({ kind }).select('id');
  if (rows.length !== 1) throw new Error(`There are ${rows.length} questions of the kind ${kind}.`);
  return rows[0].id;
}
