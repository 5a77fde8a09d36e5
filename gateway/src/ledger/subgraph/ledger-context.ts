import DataLoader from 'dataloader';

import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { Count, Database, MergeSpan } from '../../governance/index.ts';
import type { ReadingRules, Suspension, View } from '../reading/index.ts';
import { both, officerView, residentView, suspensionsOf } from '../reading/index.ts';
import type { DisclosureProof } from '../verify/index.ts';
import type { RecordedAct } from '../recording/index.ts';
import type { ResumingCursors } from './resuming-cursors.ts';

/** What the subgraph reads and writes with. */
export interface LedgerReading {
  readonly database: Database;
  /** Resolves when what was durable at the call can be read. */
  readonly settled: () => Promise<void>;
  readonly acted: (act: RecordedAct) => Promise<void>;
  readonly forget: (residentIds: readonly string[], by: string) => Promise<number>;
  /** Null where there is no checkpoint of the record yet, or its log is out of reach. */
  readonly prove: (log: string, sequence: number) => Promise<DisclosureProof | null>;
  /** The other ids under which a resident was known, and when. */
  readonly mergeSpansOf: (residentId: string) => Promise<readonly MergeSpan[]>;
  readonly rules: ReadingRules;
  readonly now: () => Date;
}

/** What the resolvers of one request share. */
export interface LedgerContext extends LedgerReading {
  readonly caller: Caller;
  /** The time of the whole request. */
  readonly at: Date;
  readonly suspensions: DataLoader<string, readonly Suspension[]>;
  readonly resuming: ResumingCursors;
  /** Proves a record. @throws Failure BAD_USER_INPUT if it is one too many for its request */
  readonly proofOf: (log: string, sequence: number) => Promise<DisclosureProof | null>;
}

export function createLedgerContext(
  caller: Caller,
  reading: LedgerReading,
  { resuming, countProof }: { readonly resuming: ResumingCursors; readonly countProof: Count },
): LedgerContext {
  const at = reading.now();
  const suspensions = new DataLoader<string, readonly Suspension[]>(async (ids) =>
    Promise.all(ids.map(async (id) => suspensionsOf(reading.database, id, at))),
  );
  const proofOf: LedgerContext['proofOf'] = async (log, sequence) => {
    countProof();
    return answered(() => reading.prove(log, sequence));
  };
  return { ...reading, caller, at, suspensions, resuming, proofOf };
}

/** Privacy officers and data stewards answer for what becomes of their agency's data. */
export function isOfficer({ roles }: Caller): boolean {
  return roles.includes('privacy-officer') || roles.includes('data-steward');
}

/** Whose disclosures are asked for: a resident's, with the other ids under which they were known. */
export interface KnownResident {
  readonly residentId: string;
  readonly alsoUnder: readonly MergeSpan[];
}

/** What a caller may see of one resident's disclosures; null if nothing. A suspension under any of the ids counts. */
export async function viewOfResident(
  { residentId, alsoUnder }: KnownResident,
  context: LedgerContext,
): Promise<View | null> {
  const { caller, rules, suspensions } = context;
  if (caller.residentId === residentId) {
    const ids = [residentId, ...alsoUnder.map((span) => span.residentId)];
    const found = await Promise.all(ids.map((id) => suspensions.load(id)));
    return residentView(rules, residentId, found.flat());
  }
  return isOfficer(caller) ? officerView(caller) : null;
}

/** The view, narrowed to what another shows. */
export async function narrowedView(
  resident: KnownResident,
  narrowing: View,
  context: LedgerContext,
): Promise<View | null> {
  const view = await viewOfResident(resident, context);
  return view && both(view, narrowing);
}

/** What the database says of its trouble stays inside. */
export async function answered<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'Failure') throw cause;
    throw failure('SUBGRAPH_UNAVAILABLE', { agency: 'ledger', cause });
  }
}
