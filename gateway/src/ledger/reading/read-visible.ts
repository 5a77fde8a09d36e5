import type { Database } from '../../governance/index.ts';
import type { DisclosurePosition, DisclosureRecord } from './disclosure-record.ts';
import { positionOf } from './disclosure-record.ts';
import type { DisclosureQuestion } from './read-disclosures.ts';
import { readDisclosures, windowEnd } from './read-disclosures.ts';
import type { View } from './views.ts';

/** What one reading has found. */
export interface VisibleDisclosures {
  readonly records: readonly DisclosureRecord[];
  /** Where it stopped because it had read as much as one reading may; null if there is nothing behind it. */
  readonly stoppedAt: DisclosurePosition | null;
}

/** How much one reading reads: so many windows of so many records. */
export interface ReadingBounds {
  readonly windows: number;
  readonly records: number;
}

const defaultBounds: ReadingBounds = { windows: 50, records: 200 };

/**
 * The records of which a view shows something, as many as the question asks for. It reads a bounded number of records,
 * however many there are that the question doesn't ask for or the view doesn't show; whoever wants more goes on from
 * where it stopped.
 */
export async function readVisible(
  database: Database,
  question: DisclosureQuestion,
  view: View,
  bounds: ReadingBounds = defaultBounds,
): Promise<VisibleDisclosures> {
  const records: DisclosureRecord[] = [];
  const { limit } = question;
  let after = question.after ?? null;
  for (let read = 0; read < bounds.windows; read += 1) {
    const rest = { ...question, after };
    // Each window begins where the one before it ended.
    // oxlint-disable-next-line no-await-in-loop
    const through = await windowEnd(database, rest, bounds.records);
    // oxlint-disable-next-line no-await-in-loop
    const found = await readDisclosures(database, { ...rest, through, limit: bounds.records });
    records.push(...found.flatMap((record) => seenBy(view, record, question)));
    const end = endOf(found, through, bounds.records);
    if (records.length >= limit || end === null) return { records: records.slice(0, limit), stoppedAt: null };
    after = end;
  }
  return { records, stoppedAt: after };
}

/** Records that were indexed since the window was measured push its last ones out: it ends with what was read. */
function endOf(
  found: readonly DisclosureRecord[],
  through: DisclosurePosition | null,
  size: number,
): DisclosurePosition | null {
  const last = found.at(-1);
  return last !== undefined && found.length >= size ? positionOf(last) : through;
}

/** That a record answers the question counts only as far as it shows: else the answer would tell of what is hidden. */
function seenBy(
  view: View,
  record: DisclosureRecord,
  { provider, subject, session, breakGlass }: DisclosureQuestion,
): readonly DisclosureRecord[] {
  const seen = view(record);
  if (seen === null) return [];
  const isAnswer =
    (provider === undefined || seen.decisions.some(({ providers }) => providers.includes(provider))) &&
    (subject === undefined || seen.recipient.subject === subject) &&
    (session === undefined || seen.breakGlass === session) &&
    (breakGlass === undefined || seen.breakGlass !== null);
  return isAnswer ? [seen] : [];
}
