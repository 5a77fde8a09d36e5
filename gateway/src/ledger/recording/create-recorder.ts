import { hash as digest } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ActName, EventOf, LedgerEvent } from '../events/index.ts';
import { fitting, nameLength } from '../events/index.ts';
import type { ResidentKeys, SealingKey } from '../keys/index.ts';
import { seal } from '../keys/index.ts';
import type { DisclosedOperation, RecordedResident } from './disclosed-operation.ts';
import type { SealedPart } from './sealed-part.ts';
import type { BookedTerms } from './terms-book.ts';
import { TermsBook } from './terms-book.ts';

/** An event, and what is sealed in it as it was before. */
export interface RecordedEntry {
  readonly event: LedgerEvent;
  readonly part: SealedPart | null;
}

/** Where entries go. */
export interface EntrySink {
  /** Resolves when the entries, all of one operation, are durable. */
  readonly append: (entries: readonly RecordedEntry[]) => Promise<void>;
}

/** What a recorder is made of. */
export interface RecorderOptions {
  readonly sink: EntrySink;
  readonly keys: ResidentKeys;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** Something that somebody did, or was refused, about rules or facts. */
export interface RecordedAct {
  readonly type: ActName;
  readonly outcome: 'asked' | 'done' | 'refused' | 'failed';
  readonly code: string | null;
  readonly caller: Caller;
  readonly subjectId: string | null;
  /** The resident whom it is about. */
  readonly residentId: string | null;
}

/** An event that is about no resident. */
type PlainEvent = EventOf<'agreements-changed' | 'sign-in-failed' | 'keys-destroyed'>;

/** The event without its time, which is that of its being recorded. */
type Untimed<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** Writes down what was disclosed and done. Each resolves when the record is durable. */
export interface Recorder {
  /** @throws Failure LEDGER_UNAVAILABLE: then nothing may be disclosed */
  readonly disclosed: (operation: DisclosedOperation) => Promise<void>;
  /** @throws Failure LEDGER_UNAVAILABLE */
  readonly acted: (act: RecordedAct) => Promise<void>;
  /** @throws Failure LEDGER_UNAVAILABLE */
  readonly happened: (event: Untimed<PlainEvent>) => Promise<void>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { sink, keys, log, now = () => new Date() } = options;
  const book = new TermsBook();
  const written = async (write: () => Promise<unknown>): Promise<void> => {
    try {
      await write();
    } catch (cause) {
      log.error('the ledger cannot record: nothing is disclosed', { error: cause });
      throw failure('LEDGER_UNAVAILABLE', { cause });
    }
  };
  return {
    disclosed: async (operation) =>
      written(async () => writeOperation(operation, now(), { sink, keys, book })),
    acted: async (act) => written(async () => sink.append([await actEntry(act, now(), keys)])),
    happened: async (event) =>
      written(async () => sink.append([plain({ ...event, at: now().toISOString() } as LedgerEvent)])),
  };
}

interface Writing {
  readonly sink: EntrySink;
  readonly keys: ResidentKeys;
  readonly book: TermsBook;
}

async function writeOperation(operation: DisclosedOperation, at: Date, writing: Writing): Promise<void> {
  const residents = operation.residents.map(withId);
  const common = commonPart(operation, at);
  if (residents.length === 0) {
    const isNothing = operation.agencies.length === 0 && operation.outcome === 'answered';
    if (isNothing) return;
    const agencies = [...operation.agencies];
    await writing.sink.append([plain({ type: 'operation', ...common, agencies })]);
    return;
  }
  const keys = await keysFor(residents, at, writing.keys);
  const answer = operation.answer === null ? undefined : hashOf(operation.answer);
  const booked = residents.map(({ terms }) => writing.book.book(terms));
  const fresh = new Set(booked.filter((terms) => terms !== null && !terms.isWritten));
  const entries = [
    ...[...fresh].flatMap((terms) => (terms ? termsEvents(terms).map(plain) : [])),
    ...residents.map((resident, index) => {
      const part = sealedPart(resident, operation.caller, answer);
      return disclosureEntry(resident, part, common, booked[index] ?? null, keys[index]);
    }),
  ];
  await writing.sink.append(entries);
  for (const terms of fresh) if (terms) terms.isWritten = true;
}

function disclosureEntry(
  { agencies, declarations }: RecordedResident,
  part: SealedPart,
  common: ReturnType<typeof commonPart>,
  terms: BookedTerms | null,
  key: SealingKey | undefined,
): RecordedEntry {
  if (!key) throw new Error('A resident has no key.');
  const event: LedgerEvent = {
    type: 'disclosure',
    ...common,
    terms: terms?.hash ?? null,
    agencies: [...agencies],
    declarations: [...declarations],
    key: key.id,
    sealed: seal(key, JSON.stringify(part)),
  };
  return { event, part };
}

function withId(resident: RecordedResident): RecordedResident {
  const residentId = keptId(resident.residentId);
  return residentId === resident.residentId ? resident : { ...resident, residentId };
}

/** An id of a resident as a database keeps it and finds it again; one that is changed is nobody's and was made up. */
function keptId(residentId: string): string {
  const id = fitting(residentId, nameLength);
  // MariaDB compares texts without the blanks at their end.
  return id.endsWith(' ') ? `${id.slice(0, -1)}\uFFFD` : id;
}

/** Most residents' keys are in memory, and then there is nothing to wait for. */
async function keysFor(
  residents: readonly RecordedResident[],
  at: Date,
  keys: ResidentKeys,
): Promise<readonly SealingKey[]> {
  const known = residents.map(({ residentId }) => keys.keyInMemory(residentId, at));
  if (known.every((key) => key !== undefined)) return known;
  return Promise.all(residents.map(async ({ residentId }) => keys.keyFor(residentId, at)));
}

function commonPart(
  operation: DisclosedOperation,
  at: Date,
): Omit<EventOf<'operation'>, 'type' | 'agencies'> {
  const { requestId, outcome, caller, purposeOfUse, epoch } = operation;
  return {
    at: at.toISOString(),
    request: requestId,
    outcome,
    caller: callerPart(caller),
    purpose: purposeOfUse,
    operation: operation.operation,
    epoch,
  };
}

/** Who a resident is that asks stands only under a key. */
function callerPart(caller: Caller): EventOf<'operation'>['caller'] {
  const { subject, agency, application, roles, residentId } = caller;
  return { subject: residentId === null ? subject : null, agency, application, roles: [...roles] };
}

function sealedPart(
  { residentId, consents, breakGlass }: RecordedResident,
  caller: Caller,
  answer: string | undefined,
): SealedPart {
  return {
    resident: residentId,
    ...(caller.residentId !== null && { subject: caller.subject }),
    ...(caller.residentId === residentId && { isOwn: true as const }),
    ...(consents.length > 0 && { consents }),
    ...(breakGlass !== null && { breakGlass }),
    ...(answer !== undefined && { answer }),
  };
}

async function actEntry(act: RecordedAct, at: Date, keys: ResidentKeys): Promise<RecordedEntry> {
  const { type, outcome, code, caller } = act;
  const subjectId = act.subjectId === null ? null : fitting(act.subjectId, nameLength);
  const residentId = act.residentId === null ? null : keptId(act.residentId);
  const common = { at: at.toISOString(), outcome, code };
  if (residentId === null) {
    const by = callerPart(caller);
    return plain({ type, ...common, caller: by, subjectId, key: null, sealed: null } as LedgerEvent);
  }
  const key = await keys.keyFor(residentId, at);
  const isResident = caller.residentId !== null;
  const part: SealedPart = { resident: residentId, ...(isResident && { subject: caller.subject }) };
  const by = callerPart(caller);
  const sealed = seal(key, JSON.stringify(part));
  const event = { type, ...common, caller: by, subjectId, key: key.id, sealed } as LedgerEvent;
  return { event, part };
}

/** The letters of a part, of which each needs three bytes at most: half of the longest entry. */
const partLength = 10_000;

/** Agencies that a part names, which have the other half. */
const partProviders = 20;

function termsEvents({ hash, decisions }: BookedTerms): readonly EventOf<'terms'>[] {
  const read = JSON.parse(decisions) as readonly { readonly providers: readonly string[] }[];
  const all = read.flatMap((decision) => decision.providers.map((name) => fitting(name, nameLength)));
  const agencies = [...new Set(all)];
  const parts = Math.ceil(Math.max(decisions.length / partLength, agencies.length / partProviders));
  return Array.from({ length: parts }, (_, index) => {
    const text = decisions.slice(index * partLength, (index + 1) * partLength);
    const providers = agencies.slice(index * partProviders, (index + 1) * partProviders);
    return { type: 'terms', hash, part: index + 1, parts, providers, text };
  });
}

function plain(event: LedgerEvent): RecordedEntry {
  return { event, part: null };
}

function hashOf(answer: string | Uint8Array): string {
  return digest('sha256', answer, 'base64url');
}
