import type { Knex } from '@resident-graph/subgraph-kit';

import type { Change, ResidentState } from './changes.ts';
import { keepNewKeys } from './keep-new-keys.ts';
import type { NewRecord } from './new-record.ts';
import { personText } from './person-text.ts';
import { issueResidentId } from './resident-id.ts';

/** A resident with the records that are theirs, and with nothing of either in the index. */
interface LinkedRecords extends ResidentState {
  readonly id: string;
  readonly records: readonly NewRecord[];
}

const residentsPerEvent = 500;
const rowsPerStatement = 200;

/**
 * Writes residents with their records into an index that has none of them, many rows at a time: what the tables hold
 * afterwards is what the log says, as if each record had been linked by itself. The rows of `residents` themselves are
 * there already.
 */
export async function writeResidents(
  transaction: Knex.Transaction,
  residents: readonly LinkedRecords[],
  reason: string,
): Promise<void> {
  await keepNewKeys(
    transaction,
    residents.flatMap(({ records }) => records),
  );
  for (let from = 0; from < residents.length; from += residentsPerEvent) {
    // In the order of the log.
    // oxlint-disable-next-line no-await-in-loop
    await writeEvent(transaction, residents.slice(from, from + residentsPerEvent), reason);
  }
}

async function writeEvent(
  transaction: Knex.Transaction,
  residents: readonly LinkedRecords[],
  reason: string,
): Promise<void> {
  await transaction('index_clock').increment('sequence', 1);
  const clock = await transaction<{ sequence: number }>('index_clock').first('sequence');
  const sequence = Number(clock?.sequence);
  const records = residents.flatMap(({ id, records: own }) =>
    own.map((record) => ({ ...record, resident: id, content: issueResidentId() })),
  );
  await insert(
    transaction,
    'local_records',
    records.map(({ id, source, person, content }) => ({
      id,
      source,
      content,
      person: personText(person),
      is_active: 1,
    })),
  );
  await insert(
    transaction,
    'record_links',
    records.map(({ id, resident }) => ({
      record_id: id,
      resident_id: resident,
      method: 'AUTO',
      from_sequence: sequence,
    })),
  );
  await insert(transaction, 'index_events', [
    {
      sequence,
      type: 'LOAD',
      actor: 'machine',
      reason,
      purpose: null,
      undoes: null,
      at: new Date().toISOString(),
      changes: JSON.stringify(changesOf(residents, records)),
    },
  ]);
  await insert(
    transaction,
    'event_residents',
    residents.map(({ id }) => ({ id: `${id} ${sequence}`, sequence, resident_id: id })),
  );
}

interface WrittenRecord extends NewRecord {
  readonly resident: string;
  readonly content: string;
}

function changesOf(
  residents: readonly LinkedRecords[],
  records: readonly WrittenRecord[],
): readonly Change[] {
  return [
    ...residents.map(({ id, status, replacedBy }): Change => {
      return { kind: 'resident', key: id, before: null, after: { status, replacedBy } };
    }),
    ...records.flatMap(({ id, source, content, resident }): readonly Change[] => [
      { kind: 'record', key: id, before: null, after: { source, content, isActive: true } },
      { kind: 'link', key: id, before: null, after: { resident, method: 'AUTO' } },
    ]),
  ];
}

async function insert(transaction: Knex.Transaction, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    // oxlint-disable-next-line no-await-in-loop
    await transaction(table).insert(rows.slice(from, from + rowsPerStatement));
  }
}
