import type { Database } from '../../governance/index.ts';
import type { DisclosureRecord } from './disclosure-record.ts';
import { positionOf } from './disclosure-record.ts';
import type { DisclosureQuestion } from './read-disclosures.ts';
import { readDisclosures } from './read-disclosures.ts';
import type { View } from './views.ts';

/** Records that are read at one time. */
const batchSize = 200;

/** The records of which a view shows something, as many as the question asks for if there are as many. */
export async function readVisible(
  database: Database,
  question: DisclosureQuestion,
  view: View,
): Promise<readonly DisclosureRecord[]> {
  const found: DisclosureRecord[] = [];
  let after = question.after ?? null;
  while (found.length < question.limit) {
    // Each page begins where the one before it ended.
    // oxlint-disable-next-line no-await-in-loop
    const batch = await readDisclosures(database, { ...question, after, limit: batchSize });
    for (const record of batch) found.push(...seenBy(view, record, question));
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchSize) break;
    after = positionOf(last);
  }
  return found.slice(0, question.limit);
}

/** That a record answers the question counts only as far as it shows: else the answer would tell of what is hidden. */
function seenBy(
  view: View,
  record: DisclosureRecord,
  { provider }: DisclosureQuestion,
): readonly DisclosureRecord[] {
  const seen = view(record);
  if (seen === null) return [];
  const isOf = provider === undefined || seen.decisions.some(({ providers }) => providers.includes(provider));
  return isOf ? [seen] : [];
}
