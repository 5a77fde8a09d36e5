import type { ArrivedPage, Database, FollowedFeed, TakenEntries } from '@resident-graph/subgraph-kit';

import { createCurrentMatcher, MasterIndex, personText } from '../master-index/index.ts';
import { gatewayPeer } from './gateway-peer.ts';
import { receivedPerson, type ReceivedPerson } from './person-record.ts';

const matcher = createCurrentMatcher();

/**
 * The persons of the agencies: each record goes into the index as it comes, one transaction each, and the page is done
 * when all of it did. A page that comes again changes nothing, as its records say what they said.
 */
export const followedPersons: FollowedFeed = {
  name: 'persons',
  isFrom: (peer) => peer !== gatewayPeer,
  pauseMilliseconds: 1000,
  take: takePersons,
};

async function takePersons({ database, peer, entries, advance }: ArrivedPage): Promise<TakenEntries> {
  const index = new MasterIndex(database, matcher);
  let taken = 0;
  for (const entry of entries) {
    const received = receivedPerson(entry);
    // Each record is matched against those that were taken in before it.
    // oxlint-disable-next-line no-await-in-loop
    if (received === null || (await isOfAnother(database, received, peer))) continue;
    // oxlint-disable-next-line no-await-in-loop
    await takePerson(index, received, peer);
    taken += 1;
  }
  await advance(database);
  return { taken, skipped: entries.length - taken };
}

async function takePerson(
  index: MasterIndex,
  { record, person }: ReceivedPerson,
  source: string,
): Promise<void> {
  if (person === null) await index.withdraw(record);
  else await index.load({ id: record, source, person: personText(person) });
}

/** Nobody says anything of another agency's records. */
async function isOfAnother(database: Database, { record }: ReceivedPerson, peer: string): Promise<boolean> {
  const known = await database<{ id: string; source: string }>('local_records')
    .where({ id: record })
    .first('source');
  return known !== undefined && known.source !== peer;
}
