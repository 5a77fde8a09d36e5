import type { Database } from '../../database/index.ts';
import type { Feed, FeedPage, FeedRequest } from '../feed.ts';
import { cursorText, readCursor } from '../feed-cursor.ts';
import { numberChanges, readPersons } from './number-changes.ts';
import type { FeedRow, PersonSource } from './number-changes.ts';
import type { OfferedPerson } from './person-of.ts';
import type { PersonDeclaration } from './person-declaration.ts';

/** A local record as the index is told of it; a person who is null was withdrawn. */
export interface PersonEntry {
  readonly record: string;
  readonly person: OfferedPerson | null;
}

/** The only one whom the persons of an agency are told. */
export const residentIndex = 'residents';

/** An agency's persons, changed since a cursor: for the resident index, and for nobody else. */
export function personFeed(agency: string, persons: PersonDeclaration): Feed {
  return {
    name: 'persons',
    answer: async (request, { database, identityKey }) => {
      if (request.peer !== residentIndex || identityKey === null) return null;
      return personPage(database, request, { agency, persons, key: identityKey });
    },
  };
}

/** Answers nobody, whoever asks. */
export const withheldPersonFeed: Feed = { name: 'persons', answer: () => Promise.resolve(null) };

async function personPage(
  database: Database,
  { after, most }: FeedRequest,
  source: PersonSource,
): Promise<FeedPage<PersonEntry>> {
  const isBehind = await numberChanges(database, source);
  const clock = await database<{ feed: string }>('feed_clock').first('feed');
  const feed = clock?.feed ?? '';
  const since = readCursor(after, feed)?.sequence ?? 0;
  const rows: readonly FeedRow[] = await database('person_feed')
    .where('sequence', '>', since)
    .orderBy('sequence')
    .limit(most + 1);
  const page = rows.slice(0, most);
  const localIds = page.map(({ local_id }) => local_id);
  const found =
    localIds.length === 0 ? new Map<string, OfferedPerson>() : await readPersons(database, localIds, source);
  return {
    entries: page.map(({ record, local_id }) => ({ record, person: found.get(local_id) ?? null })),
    next: cursorText({ feed, sequence: Number(page.at(-1)?.sequence ?? since) }),
    more: isBehind || rows.length > most,
  };
}
