import { entryText, readEntry } from '../events/index.ts';
import type { LedgerLog } from '../log/index.ts';
import type { RefusalTally } from './tally-refusals.ts';

/** As far as the logs of agencies have been told of, by agency. */
type ToldUntil = ReadonlyMap<string, string>;

/**
 * Reads from a log up to when it tells what each agency refused. An instant that had not come when it was recorded
 * doesn't count: nothing after it would ever be told.
 *
 * @throws UnreadableEntry
 */
export async function refusalsToldUntil(log: Pick<LedgerLog, 'readFrom'>): Promise<ToldUntil> {
  const told = new Map<string, string>();
  for await (const { entry } of log.readFrom(0)) {
    const event = readEntry(entry);
    if (event.type !== 'calls-refused') continue;
    const { agency, until, at } = event;
    if (until <= at && until > (told.get(agency) ?? '')) told.set(agency, until);
  }
  return told;
}

/**
 * Records what agencies have refused, durably and all of it together.
 *
 * @returns how many events that are
 * @throws Failure LEDGER_UNAVAILABLE
 */
export async function recordRefusals(
  log: Pick<LedgerLog, 'append'>,
  tallies: readonly RefusalTally[],
  at: Date,
): Promise<number> {
  const entries = tallies
    .flatMap(({ refused }) => refused)
    .map((refused) => entryText({ type: 'calls-refused', at: at.toISOString(), ...refused }));
  if (entries.length > 0) await log.append(entries);
  return entries.length;
}
