import type { Database, Knex } from '@resident-graph/subgraph-kit';

/**
 * Links that the machine made to a resident who had another record, past ones included; as `links`. Of records that
 * came with the same event the first counts as the other one.
 */
export function joinedLinks(database: Database): Knex.QueryBuilder {
  const earlier = database({ earlier: 'record_links' })
    .whereRaw('earlier.resident_id = links.resident_id')
    .whereRaw('earlier.record_id <> links.record_id')
    .whereRaw(
      '(earlier.from_sequence < links.from_sequence or (earlier.from_sequence = links.from_sequence and earlier.record_id < links.record_id))',
    );
  return database({ links: 'record_links' }).where('links.method', 'AUTO').whereExists(earlier);
}
