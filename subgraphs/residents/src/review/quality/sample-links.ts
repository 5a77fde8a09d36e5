import { dialectOf, type Database } from '@resident-graph/subgraph-kit';

import type { Act, IndexEvent, MasterIndex, SampledLink } from '../../master-index/index.ts';
import { joinedLinks } from './joined-links.ts';

/**
 * Draws links that the machine made at random, and asks of each whether it is right. Drawn are records that were linked
 * to a resident who had another one, still are, and were not asked about in this way before. Gives the event, null
 * where there were none.
 *
 * @param count how many at most
 */
export async function sampleLinks(
  database: Database,
  index: MasterIndex,
  count: number,
  act: Act,
): Promise<IndexEvent | null> {
  const drawn: readonly { record_id: string; resident_id: string }[] = await joinedLinks(database)
    .whereNull('links.until_sequence')
    .whereNotExists(
      database('review_items').where({ kind: 'AUDIT' }).whereRaw('review_items.record_id = links.record_id'),
    )
    .orderByRaw(dialectOf(database).name === 'mysql' ? 'rand()' : 'random()')
    .limit(count)
    .select('links.record_id', 'links.resident_id');
  const links: SampledLink[] = [];
  for (const { record_id: record, resident_id: resident } of drawn) {
    // oxlint-disable-next-line no-await-in-loop
    const nearest = await nearestOf(database, index, record, resident);
    if (nearest !== null) links.push({ record, resident, ...nearest });
  }
  return index.sample(links, act);
}

async function nearestOf(
  database: Database,
  index: MasterIndex,
  record: string,
  resident: string,
): Promise<Pick<SampledLink, 'other' | 'weight'> | null> {
  const rows = await database<{ record_id: string; resident_id: string }>('record_links')
    .where({ resident_id: resident })
    .whereNull('until_sequence')
    .select('record_id');
  const companions = new Set(rows.map(({ record_id }) => record_id));
  const [best] = (await index.matchesOf(record))
    .filter((match) => companions.has(match.record))
    .sort((one, other) => other.weight - one.weight);
  return best === undefined ? null : { other: best.record, weight: best.weight };
}
