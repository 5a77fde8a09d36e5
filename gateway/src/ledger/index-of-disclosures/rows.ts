import type { EventOf, LedgerEvent } from '../events/index.ts';
import { fitting, nameLength } from '../events/index.ts';
import type { SealedPart } from '../recording/index.ts';
import type { OpenedEntry } from './opened-entry.ts';
import { wholeRecords } from './whole-records.ts';

/** The longest purpose that the index takes. */
const purposeLength = 40;

/** A row of `ledger_disclosures`. */
interface DisclosureRow {
  readonly log: string;
  readonly sequence: number;
  readonly at: string;
  readonly resident_id: string;
  readonly outcome: string;
  readonly subject: string | null;
  readonly agency: string;
  readonly application: string;
  readonly purpose: string | null;
  readonly operation_hash: string;
  readonly operation_name: string | null;
  readonly request: string;
  readonly epoch: number;
  readonly terms: string | null;
  /** A JSON list. */
  readonly agencies: string;
  /** `DisclosureFacts` as JSON; null if there are none. */
  readonly facts: string | null;
  readonly answer: string | null;
  readonly break_glass: string | null;
  readonly key_id: string;
}

/** A row as drivers give it: PostgreSQL's gives large numbers as text. */
export interface KeptDisclosureRow extends Omit<DisclosureRow, 'sequence'> {
  readonly sequence: number | string;
}

/** What a disclosure relied on. */
export interface DisclosureFacts {
  /** Whether the resident asked for themself. */
  readonly isOwn?: true;
  /** Whether a resident asked whose roles don't say that they are one. */
  readonly isByResident?: true;
  readonly roles?: readonly string[];
  readonly consents?: readonly string[];
  readonly declarations?: readonly string[];
}

/** A row of `ledger_acts`. */
interface ActRow {
  readonly log: string;
  readonly sequence: number;
  readonly at: string;
  readonly type: string;
  readonly resident_id: string | null;
  readonly request: string | null;
  readonly event: string;
  /** Null for an act about no resident. */
  readonly key_id: string | null;
}

/** What the index has of entries; it has no row of one that is sealed under a key that is gone. */
export interface IndexRows {
  readonly disclosures: readonly DisclosureRow[];
  readonly acts: readonly ActRow[];
  readonly terms: readonly EventOf<'terms'>[];
}

/** The rows of entries of one log in their order; a record that was parted has one row, with its whole lists. */
export function rowsOf(log: string, entries: readonly OpenedEntry[]): IndexRows {
  const disclosures: DisclosureRow[] = [];
  const acts: ActRow[] = [];
  const terms: EventOf<'terms'>[] = [];
  for (const { sequence, event, part } of wholeRecords(entries)) {
    if (event.type === 'terms') terms.push(event);
    else if (event.type === 'disclosure') {
      if (part !== null) disclosures.push(disclosureRow(log, sequence, event, part));
    } else if (part !== null || keyOf(event) === null) acts.push(actRow(log, sequence, event, part));
  }
  return { disclosures, acts, terms };
}

function disclosureRow(
  log: string,
  sequence: number,
  event: EventOf<'disclosure'>,
  part: SealedPart,
): DisclosureRow {
  const { caller, operation } = event;
  return {
    log,
    sequence,
    at: event.at,
    resident_id: fitting(part.resident, nameLength),
    outcome: event.outcome,
    subject: fitted(caller.subject ?? part.subject ?? null),
    agency: fitting(caller.agency, nameLength),
    application: fitting(caller.application, nameLength),
    purpose: event.purpose === null ? null : fitting(event.purpose, purposeLength),
    operation_hash: operation.hash,
    operation_name: fitted(operation.name),
    request: fitting(event.request, nameLength),
    epoch: event.epoch,
    terms: event.terms,
    agencies: JSON.stringify(event.agencies),
    facts: factsText(event, part),
    answer: part.answer ?? null,
    break_glass: part.breakGlass ?? null,
    key_id: event.key,
  };
}

function fitted(text: string | null): string | null {
  return text === null ? null : fitting(text, nameLength);
}

function factsText(
  { caller: { subject, roles }, declarations }: EventOf<'disclosure'>,
  { consents = [], isOwn, subject: resident }: SealedPart,
): string | null {
  const isByResident = subject === null && resident !== undefined && !roles.includes('resident');
  const facts: DisclosureFacts = {
    ...(isOwn && { isOwn }),
    ...(isByResident && { isByResident }),
    ...(roles.length > 0 && { roles }),
    ...(consents.length > 0 && { consents }),
    ...(declarations.length > 0 && { declarations }),
  };
  return Object.keys(facts).length > 0 ? JSON.stringify(facts) : null;
}

function actRow(
  log: string,
  sequence: number,
  event: Exclude<LedgerEvent, EventOf<'disclosure' | 'terms'>>,
  part: SealedPart | null,
): ActRow {
  const { type, at, ...fields } = event;
  const told = withSubject(fields, part);
  const request = 'request' in event ? event.request : null;
  return {
    log,
    sequence,
    at,
    type,
    resident_id: fitted(part?.resident ?? null),
    request: fitted(request),
    event: JSON.stringify(told),
    key_id: keyOf(event),
  };
}

function keyOf(event: LedgerEvent): string | null {
  return 'key' in event ? event.key : null;
}

/** Who acted for themself is told by what was sealed; what was sealed is told by the rest. */
function withSubject(fields: object, part: SealedPart | null): object {
  const {
    sealed: _sealed,
    key: _key,
    part: _part,
    parts: _parts,
    ...told
  } = fields as Readonly<Record<string, unknown>>;
  if (part?.subject === undefined) return told;
  return { ...told, caller: { ...(told['caller'] as object), subject: part.subject } };
}
