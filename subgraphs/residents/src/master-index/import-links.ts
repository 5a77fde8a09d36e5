import type { Database, Knex } from '@resident-graph/subgraph-kit';

import { RecordTable, scoreRecords } from '../linkage/index.ts';
import type { NewRecord } from './bulk-load.ts';
import type { Change, ResidentState } from './changes.ts';
import { keepNewKeys } from './keep-new-keys.ts';
import { keepModel } from './models.ts';
import { personText } from './person-text.ts';
import { issueResidentId } from './resident-id.ts';

/** A resident who is in `residents` already, with the records that are known to be theirs. */
export interface ImportedResident extends ResidentState {
  readonly id: string;
  readonly records: readonly NewRecord[];
}

/** Records to which a model is fitted; more make it no better and the import slower. */
const fittedRecords = 20_000;
/** Fewer tell nothing about how people differ. */
const fewestFitted = 1000;
const residentsPerEvent = 500;
const rowsPerStatement = 200;

/**
 * Fills an empty index with residents whose records are known: another index's, or the truth of a generated
 * population. Nothing is matched; a model is fitted to the records, if they are enough, and weighs those that come
 * later. What the tables hold afterwards is what the log says, as if each record had been linked by itself.
 *
 * One transaction: an import that fails leaves nothing.
 *
 * @throws RangeError where the index has entries already.
 */
export async function importLinks(database: Database, residents: readonly ImportedResident[]): Promise<void> {
  if ((await database('index_events').first('sequence')) !== undefined)
    throw new RangeError('The index is not empty.');
  const records = residents.flatMap((resident) => resident.records);
  await database.transaction(async (transaction) => {
    if (records.length >= fewestFitted) await keepModel(transaction, modelOf(records), 'ACTIVE');
    await keepNewKeys(transaction, records);
    for (let from = 0; from < residents.length; from += residentsPerEvent) {
      // In the order of the log.
      // oxlint-disable-next-line no-await-in-loop
      await writeEvent(transaction, residents.slice(from, from + residentsPerEvent));
    }
  });
}

function modelOf(records: readonly NewRecord[]) {
  const table = new RecordTable(Math.min(records.length, fittedRecords));
  for (const { person } of records.slice(0, fittedRecords)) table.add(person);
  return scoreRecords(table).model;
}

async function writeEvent(
  transaction: Knex.Transaction,
  residents: readonly ImportedResident[],
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
      reason: 'The index was filled with links that were known.',
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

interface ImportedRecord extends NewRecord {
  readonly resident: string;
  readonly content: string;
}

function changesOf(
  residents: readonly ImportedResident[],
  records: readonly ImportedRecord[],
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
