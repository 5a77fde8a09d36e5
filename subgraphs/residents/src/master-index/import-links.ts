import type { Database } from '@resident-graph/subgraph-kit';

import { RecordTable, scoreRecords } from '../linkage/index.ts';
import type { ResidentState } from './changes.ts';
import { keepModel } from './models.ts';
import type { NewRecord } from './new-record.ts';
import { writeResidents } from './write-residents.ts';

/** A resident who is in `residents` already, with the records that are known to be theirs. */
export interface ImportedResident extends ResidentState {
  readonly id: string;
  readonly records: readonly NewRecord[];
}

/** Records to which a model is fitted; more make it no better and the import slower. */
const fittedRecords = 20_000;
/** Fewer tell nothing about how people differ. */
const fewestFitted = 1000;

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
    await writeResidents(transaction, residents, 'The index was filled with links that were known.');
  });
}

function modelOf(records: readonly NewRecord[]) {
  const table = new RecordTable(Math.min(records.length, fittedRecords));
  for (const { person } of records.slice(0, fittedRecords)) table.add(person);
  return scoreRecords(table).model;
}
