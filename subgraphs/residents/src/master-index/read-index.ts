import type { Database } from '@resident-graph/subgraph-kit';

import { constraintKey } from './changes.ts';
import { replay, type Everything } from './index-event.ts';
import { readEvents } from './index-store.ts';

/** Everything that the tables hold, in the form of `replay`: the two are the same, or the index is damaged. */
export async function readIndex(database: Database): Promise<Everything> {
  const [residents, records, links, constraints, reviews] = await Promise.all([
    database('residents').select('id', 'status', 'replaced_by'),
    database('local_records').select(),
    database('record_links').whereNull('until_sequence').select(),
    database('record_constraints').whereNull('until_sequence').select(),
    database('review_items').select(),
  ]);
  return {
    resident: new Map(residents.map((row) => [row.id, { status: row.status, replacedBy: row.replaced_by }])),
    record: new Map(
      records.map((row) => [
        row.id,
        { source: row.source, content: row.content, isActive: Number(row.is_active) === 1 },
      ]),
    ),
    link: new Map(links.map((row) => [row.record_id, { resident: row.resident_id, method: row.method }])),
    constraint: new Map(constraints.map((row) => [constraintKey(row.one, row.other), { kind: row.kind }])),
    review: new Map(
      reviews.map((row) => [
        row.id,
        {
          kind: row.kind,
          record: row.record_id,
          resident: row.resident_id,
          other: row.other_id,
          weight: row.weight,
          status: row.status,
        },
      ]),
    ),
  };
}

/** The index as its log tells it. */
export async function replayIndex(database: Database): Promise<Everything> {
  return replay(await readEvents(database));
}
