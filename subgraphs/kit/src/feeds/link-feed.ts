import { applyLinks } from '../links/index.ts';
import type { LinkEntry } from '../links/index.ts';
import type { ArrivedPage, FollowedFeed, TakenEntries } from './following/index.ts';
import { residentIndex } from './persons/index.ts';

/** The agency's own links, as the resident index says them: taken into `resident_links`, a page in one transaction. */
export const followedLinks: FollowedFeed = {
  name: 'links',
  isFrom: (peer) => peer === residentIndex,
  // What the index has corrected must not be shown wrong for long.
  pauseMilliseconds: 250,
  take: takeLinks,
};

async function takeLinks({ database, entries, advance }: ArrivedPage): Promise<TakenEntries> {
  const links = entries.filter(isLink);
  return database.transaction(async (transaction) => {
    if (!(await advance(transaction))) return { taken: 0, skipped: 0 };
    const taken = await applyLinks(transaction, links);
    return { taken, skipped: entries.length - taken };
  });
}

function isLink(entry: unknown): entry is LinkEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { record, resident } = entry as Partial<Record<keyof LinkEntry, unknown>>;
  return typeof record === 'string' && typeof resident === 'string' && /^[0-9A-Z]{1,64}$/.test(resident);
}
