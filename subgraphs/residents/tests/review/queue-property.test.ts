import { expect, test } from '@jest/globals';
import { migrate } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import * as fc from 'fast-check';

import { residents } from '../../src/index.ts';
import { IndexRefusal, readIndex, replayIndex } from '../../src/master-index/index.ts';
import { indexOver } from '../master-index/open-index.ts';
import { deskOver, loaded, questionOf, type TestDesk } from './open-desk.ts';

const readers = ['ann', 'bob', 'cy'];
const reader = fc.constantFrom(...readers);
const lease = 15;

type Step =
  | { readonly do: 'claim' | 'defer'; readonly reader: string }
  | {
      readonly do: 'answer';
      readonly reader: string;
      readonly decision: 'SAME_PERSON' | 'DIFFERENT_PERSON' | 'CANNOT_TELL';
    }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'undo' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), reader }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      reader,
      decision: fc.constantFrom('SAME_PERSON' as const, 'DIFFERENT_PERSON' as const, 'CANNOT_TELL' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('defer' as const), reader }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(5, 20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
);

/** The queue of one question in a few lines: what must be refused, and what must be so afterwards. */
class Expected {
  holder: string | null = null;
  until = 0;
  minutes = 0;
  first: { reader: string; decision: string } | null = null;
  isSecondNeeded = false;
  isDecided = false;
  decidedBy = 0;

  allows(step: Step): boolean {
    if (step.do === 'wait') return true;
    if (step.do === 'undo') return this.isDecided;
    if (this.isDecided) return false;
    const isHeld = this.holder !== null && this.until > this.minutes;
    if (step.do !== 'claim') return isHeld && this.holder === step.reader;
    return (!isHeld || this.holder === step.reader) && this.first?.reader !== step.reader;
  }

  follow(step: Step, isByChance: boolean): void {
    if (step.do === 'wait') this.minutes += step.minutes;
    else if (step.do === 'claim') [this.holder, this.until] = [step.reader, this.minutes + lease];
    else if (step.do === 'defer') this.holder = null;
    else if (step.do === 'undo') this.reopen();
    else if (step.do === 'answer') this.#answer(step, isByChance);
  }

  reopen(): void {
    [this.isDecided, this.first, this.holder, this.isSecondNeeded] = [false, null, null, true];
  }

  #answer({ reader: by, decision }: Extract<Step, { do: 'answer' }>, isByChance: boolean): void {
    this.holder = null;
    if (this.first === null && (this.isSecondNeeded || isByChance)) this.first = { reader: by, decision };
    else if (this.first === null || this.first.decision === decision) this.isDecided = true;
    else this.reopen();
  }
}

const tables = [
  'index_events',
  'event_residents',
  'local_records',
  'former_contents',
  'record_links',
  'record_constraints',
  'review_items',
  'review_work',
  'review_readings',
  'residents',
];

eachDialect('any sequence of claims, answers, deferrals, waits and undos', (open, dialect) => {
  const runs = dialect === 'sqlite' ? 250 : 12;

  test('goes as two readers in turns would, whoever comes when, and the log tells all of it', async () => {
    const database = await open();
    await migrate(residents, database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 4, maxLength: 16 }),
        fc.boolean(),
        async (steps, isByChance) => {
          for (const table of tables) await database(table).delete();
          await database('index_clock').update({ sequence: 0 });
          const desk = deskOver(indexOver(database), {
            leaseMinutes: lease,
            secondReaderShare: 0.5,
            random: () => (isByChance ? 0 : 1),
          });
          await loaded(desk, { h1: 'a', b1: 'A' });
          const review = await questionOf(desk, 'POSSIBLE_MATCH');
          const expected = new Expected();
          for (const step of steps) {
            const allowed = expected.allows(step);
            const isForced = await isManual(desk, step);
            expect([step, await carryOut(desk, review, step)]).toEqual([step, allowed]);
            if (allowed) expected.follow(step, isByChance || isForced);
          }
          expect(await desk.laneOf(review)).toMatch(
            expected.isDecided ? /^DECIDED/ : /^(OPEN|DEFERRED|SECOND)/,
          );
          expect(await readIndex(database)).toEqual(await replayIndex(database));
        },
      ),
      { numRuns: runs, seed: 20_261_122 },
    );
  }, 600_000);
});

/** Whether it was allowed. */
async function carryOut(desk: TestDesk, review: string, step: Step): Promise<boolean> {
  try {
    if (step.do === 'wait') desk.later(step.minutes);
    else if (step.do === 'claim') await desk.claim(review, step.reader);
    else if (step.do === 'answer') await desk.answer(review, step.reader, step.decision);
    else if (step.do === 'defer')
      await desk.desk.defer(review, {
        reader: step.reader,
        purpose: null,
        reason: 'Not today.',
        expectedVersion: await desk.versionOf(review),
      });
    else await undoAnswer(desk);
    return true;
  } catch (error) {
    if (error instanceof IndexRefusal) return false;
    throw error;
  }
}

/** Undoes the answer, if the last entry of the log is one. */
async function undoAnswer({ database, index }: TestDesk): Promise<void> {
  const last = await database('index_events').orderBy('sequence', 'desc').first();
  if (last.actor === 'machine' || last.type === 'UNDO') throw new IndexRefusal('UNKNOWN_EVENT');
  await index.undo(last.sequence, { actor: 'dee', reason: 'It was wrong.' });
}

/** Whether a second reader is needed because a person has linked one of the records. */
async function isManual({ database }: TestDesk, step: Step): Promise<boolean> {
  if (step.do !== 'answer' || step.decision !== 'SAME_PERSON') return false;
  return (
    (await database('record_links').where({ method: 'MANUAL' }).whereNull('until_sequence').first()) !==
    undefined
  );
}
