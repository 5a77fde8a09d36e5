import { takePage, type Database, type FollowedFeed, type Subgraph } from '@resident-graph/subgraph-kit';
import {
  importLinks,
  receivedPerson,
  type ImportedResident,
  type NewRecord,
} from '@resident-graph/residents-subgraph';
import type { AgencyName } from '../population/index.ts';
import { generatedIdentityKey } from './generated-identity-key.ts';

/** An agency's subgraph over its filled database. */
interface FilledAgency {
  readonly name: AgencyName;
  readonly subgraph: Subgraph;
  readonly database: Database;
}

interface FillIndexOptions {
  readonly agencies: readonly FilledAgency[];
  /** Whether the index was filled before. */
  readonly isFilled: boolean;
}

/**
 * Fills the master person index with the local records that the agencies offer, each linked to the resident whose it is
 * in `resident_links`, and follows all feeds to their end. What is exchanged is what would cross the wire.
 */
export async function fillIndex({ agencies, isFilled }: FillIndexOptions): Promise<void> {
  const index = agencies.find(({ name }) => name === 'residents');
  const offering = agencies.filter(({ subgraph }) => subgraph.offersPersons);
  if (index === undefined || offering.length === 0) return;
  if (!isFilled) await importLinks(index.database, await readResidents(index, offering));
  for (const agency of offering) {
    for (const feed of agency.subgraph.follows) {
      // One after the other: each database has one connection.
      // oxlint-disable-next-line no-await-in-loop
      await takeAll(feed, agency, index);
    }
  }
}

async function readResidents(
  index: FilledAgency,
  offering: readonly FilledAgency[],
): Promise<readonly ImportedResident[]> {
  const records = new Map<string, NewRecord[]>();
  for (const agency of offering) {
    // oxlint-disable-next-line no-await-in-loop
    for (const [resident, record] of await readRecords(index, agency)) {
      const own = records.get(resident);
      if (own === undefined) records.set(resident, [record]);
      else own.push(record);
    }
  }
  const rows: readonly { id: string; status: ImportedResident['status']; replaced_by: string | null }[] =
    await index.database('residents').orderBy('id').select('id', 'status', 'replaced_by');
  return rows.map(({ id, status, replaced_by }) => {
    return { id, status, replacedBy: replaced_by, records: records.get(id) ?? [] };
  });
}

/** The records of an agency as its feed tells of them, each with the resident whose it is. */
async function readRecords(
  index: FilledAgency,
  agency: FilledAgency,
): Promise<readonly (readonly [resident: string, record: NewRecord])[]> {
  const records: NewRecord[] = [];
  const collecting: FollowedFeed = {
    name: 'persons',
    isFrom: () => true,
    pauseMilliseconds: 0,
    take: async ({ entries, advance }) => {
      for (const entry of entries) {
        const received = receivedPerson(entry);
        if (received === null || received.person === null)
          throw new Error(`${agency.name} offers no person.`);
        records.push({ id: received.record, source: agency.name, person: received.person });
      }
      await advance(index.database);
      return { taken: entries.length, skipped: 0 };
    },
  };
  await takeAll(collecting, index, agency);
  const links: readonly { record: string; resident_id: string }[] = await agency
    .database('person_feed')
    .join('resident_links', 'resident_links.local_id', 'person_feed.local_id')
    .select('person_feed.record', 'resident_links.resident_id');
  const residents = new Map(links.map(({ record, resident_id }) => [record, resident_id]));
  return records.flatMap((record) => {
    const resident = residents.get(record.id);
    return resident === undefined ? [] : [[resident, record] as const];
  });
}

async function takeAll(feed: FollowedFeed, follower: FilledAgency, asked: FilledAgency): Promise<void> {
  const offered = asked.subgraph.feeds.find(({ name }) => name === feed.name);
  const sources = { database: asked.database, identityKey: generatedIdentityKey };
  let more = true;
  while (more) {
    // Each page begins where the one before it ended.
    // oxlint-disable-next-line no-await-in-loop
    ({ more } = await takePage(feed, { peer: asked.name, database: follower.database }, async (question) => {
      const page = await offered?.answer({ ...question, peer: follower.name }, sources);
      if (!page) throw new Error(`${asked.name} offers ${follower.name} no ${feed.name}.`);
      return page;
    }));
  }
}
