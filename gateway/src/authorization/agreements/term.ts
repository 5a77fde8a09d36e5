import type { AgreementDocument } from './agreement.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The instants between which an agreement's term runs. */
export interface TermInstants {
  /** The first instant of the term. */
  readonly from: Date;
  /** The first instant after the term. */
  readonly until: Date;
}

/** The term's days, both included, as instants in UTC. */
export function termInstants({ startsOn, endsOn }: AgreementDocument['term']): TermInstants {
  return { from: new Date(startsOn), until: new Date(Date.parse(endsOn) + dayMilliseconds) };
}

/** Whether an agreement binds at an instant: its status says so, and its term runs. */
export function isInForce({ status, term }: AgreementDocument, at: Date): boolean {
  const { from, until } = termInstants(term);
  return status === 'in-force' && from <= at && at < until;
}

/** The last day of a term of so many months that begins on a day, as `YYYY-MM-DD`. */
export function lastDayAfter(startsOn: string, months: number): string {
  const start = new Date(startsOn);
  const sameDay = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate());
  const lastOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0);
  return new Date(Math.min(sameDay, lastOfMonth + dayMilliseconds) - dayMilliseconds)
    .toISOString()
    .slice(0, 10);
}
