import { readEntry } from '../events/index.ts';
import type { SequencedEntry } from '../log/index.ts';

/** A line of an agency's own log of what it was asked. */
export interface AgencyRequest {
  readonly at: string;
  readonly request: string;
  readonly verdict: 'trusted' | 'refused';
  readonly problem: string | null;
  /** How many requests it stands for; one if it doesn't say. */
  readonly count?: number;
}

/** What the two sides don't agree about, or an agency refused. */
export interface Discrepancy {
  /**
   * `fetch-without-record`: the agency was asked by the gateway, and no record says so. `record-without-fetch`: the
   * reverse, for instance because the agency didn't answer. `refused`: somebody else asked the agency.
   */
  readonly kind: 'fetch-without-record' | 'record-without-fetch' | 'refused';
  readonly agency: string;
  readonly request: string;
  readonly at: string;
  readonly problem: string | null;
  /** How many requests. */
  readonly count: number;
}

/** Which agencies each request has asked, as the ledger says. */
type AskedByRequest = ReadonlyMap<string, { readonly at: string; readonly agencies: ReadonlySet<string> }>;

/**
 * Reads from entries which agencies each request has asked. What is sealed stays so.
 *
 * @throws UnreadableEntry
 */
export async function askedByRequest(entries: AsyncIterable<SequencedEntry>): Promise<AskedByRequest> {
  const asked = new Map<string, { at: string; agencies: Set<string> }>();
  for await (const { entry } of entries) {
    const event = readEntry(entry);
    if (event.type !== 'disclosure' && event.type !== 'operation') continue;
    const known = asked.get(event.request) ?? { at: event.at, agencies: new Set<string>() };
    for (const agency of event.agencies) known.agencies.add(agency);
    asked.set(event.request, known);
  }
  return asked;
}

/** Compares an agency's log with the ledger, both as far as they go before `until`. */
export async function* reconcile(
  agency: string,
  requests: AsyncIterable<AgencyRequest>,
  asked: AskedByRequest,
  until: string,
): AsyncIterable<Discrepancy> {
  const seen = new Set<string>();
  let from: string | null = null;
  for await (const { at, request, verdict, problem, count = 1 } of requests) {
    from ??= at;
    if (verdict === 'refused') {
      yield { kind: 'refused', agency, request, at, problem, count };
      continue;
    }
    seen.add(request);
    const isRecorded = asked.get(request)?.agencies.has(agency) === true;
    if (!isRecorded && at < until)
      yield { kind: 'fetch-without-record', agency, request, at, problem: null, count: 1 };
  }
  for (const [request, { at, agencies }] of asked) {
    const isWithin = from !== null && from <= at && at < until;
    if (isWithin && agencies.has(agency) && !seen.has(request))
      yield { kind: 'record-without-fetch', agency, request, at, problem: null, count: 1 };
  }
}
