import { expect, test } from '@jest/globals';
import { migrate } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import * as fc from 'fast-check';

import { residents } from '../../src/index.ts';
import { IndexRefusal, readIndex, replayIndex } from '../../src/master-index/index.ts';
import { indexOver, person, type TestIndex } from './open-index.ts';

const names = ['r1', 'r2', 'r3', 'r4', 'r5'];
const record = fc.constantFrom(...names);

type Command =
  | { readonly do: 'load'; readonly record: string; readonly letters: string }
  | { readonly do: 'link' | 'merge'; readonly record: string; readonly other: string }
  | { readonly do: 'unlink'; readonly record: string }
  | { readonly do: 'undo'; readonly back: number };

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('load' as const),
      record,
      letters: fc.constantFrom('a', 'A', 'b'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('link' as const, 'merge' as const), record, other: record }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlink' as const), record }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(6) }) },
);

const tables = [
  'index_events',
  'local_records',
  'record_links',
  'record_constraints',
  'review_items',
  'residents',
];

// Each sequence takes a hundred statements: the database in the process bears the thousand, the servers a sample.
eachDialect('any sequence of commands', (open, dialect) => {
  const runs = dialect === 'sqlite' ? 1_000 : 40;

  test('leaves what its log tells, loses no record, and every id that was issued goes on to answer', async () => {
    const database = await open();
    await migrate(residents, database);
    const opened = indexOver(database);
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 3, maxLength: 14 }), async (commands) => {
        for (const table of tables) await database(table).delete();
        await database('index_clock').update({ sequence: 0 });
        const loaded = new Set<string>();
        const issued = new Set<string>();
        for (const one of commands) {
          await carryOut(opened, one);
          if (one.do === 'load') loaded.add(one.record);
          for (const { id } of await database('residents').select('id')) issued.add(id);
        }
        const now = await readIndex(database);
        expect(now).toEqual(await replayIndex(database));
        expect(new Set(now.record.keys())).toEqual(loaded);
        expect(new Set(now.link.keys())).toEqual(loaded);
        for (const { resident } of now.link.values())
          expect(now.resident.get(resident)?.status).toBe('ACTIVE');
        for (const id of issued) {
          const state = now.resident.get(id);
          const survivor = state?.status === 'MERGED' ? now.resident.get(state.replacedBy ?? '') : state;
          expect(survivor?.status).toBe('ACTIVE');
        }
      }),
      { numRuns: runs, seed: 20_261_031 },
    );
  }, 600_000);
});

async function carryOut({ index, database, residentOf }: TestIndex, command: Command): Promise<void> {
  const known = async (id: string): Promise<boolean> =>
    (await database('local_records').where({ id }).first('id')) !== undefined;
  try {
    if (command.do === 'load')
      await index.load({ id: command.record, source: 'housing', person: command.letters });
    else if (command.do === 'undo') {
      const last = await database('index_clock').first('sequence');
      await index.undo(Number(last.sequence) - command.back, person);
    } else if (!(await known(command.record))) return;
    else if (command.do === 'unlink') await index.unlink(command.record, person);
    else if (!(await known(command.other))) return;
    else if (command.do === 'link') await index.link(command.record, await residentOf(command.other), person);
    else await index.merge(await residentOf(command.record), await residentOf(command.other), person);
  } catch (error) {
    // A refused command changes nothing; that it may be refused is part of the promise.
    if (!(error instanceof IndexRefusal)) throw error;
  }
}
