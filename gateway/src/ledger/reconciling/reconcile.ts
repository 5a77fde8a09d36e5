import type { AgencyRequest } from './agency-request.ts';
import type { AskedRequests } from './asked-requests.ts';
import type { AgencyLogLine } from './read-agency-log.ts';

/** What the two sides don't agree about, or an agency refused, or can't be read. */
export interface Discrepancy {
  /**
   * `fetch-without-record`: the agency was asked by the gateway, and no record says so. `record-without-fetch`: the
   * reverse, for instance because the agency didn't answer. `refused`: somebody else asked the agency.
   * `unreadable-line`: what the agency's log says there can't be compared; `problem` names the line.
   */
  readonly kind: 'fetch-without-record' | 'record-without-fetch' | 'refused' | 'unreadable-line';
  readonly agency: string;
  readonly request: string;
  readonly at: string;
  readonly problem: string | null;
  /** How many requests. */
  readonly count: number;
}

/** Compares an agency's log with the ledger, both as far as they go before `until`. */
export async function* reconcile(
  agency: string,
  lines: AsyncIterable<AgencyLogLine>,
  asked: AskedRequests,
  until: string,
): AsyncIterable<Discrepancy> {
  const mark = asked.marker(agency);
  let from: string | null = null;
  for await (const { number, request: read } of lines) {
    if (read === null) {
      const problem = `line ${number}`;
      yield { kind: 'unreadable-line', agency, request: '', at: '', problem, count: 1 };
      continue;
    }
    const { at, request } = read;
    from ??= at;
    if (read.verdict === 'refused') yield refusedOf(agency, read);
    else if (!mark(request) && at < until)
      yield { kind: 'fetch-without-record', agency, request, at, problem: null, count: 1 };
  }
  if (from === null) return;
  for (const { request, at } of asked.unseen(agency, from, until))
    yield { kind: 'record-without-fetch', agency, request, at, problem: null, count: 1 };
}

function refusedOf(agency: string, { request, at, problem, count }: AgencyRequest): Discrepancy {
  return { kind: 'refused', agency, request, at, problem, count };
}
