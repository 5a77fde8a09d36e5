import type { LoggedRequest, RequestLog } from './logged-request.ts';

/** Refusals for one reason that are written with all that is known of them in one period; others are counted. */
const mostInPeriod = 20;

const periodMilliseconds = 60_000;

/** What came of one reason since its period began. */
interface Period {
  readonly timer: NodeJS.Timeout;
  written: number;
  /** The last of those that were not written. */
  last: LoggedRequest | null;
  leftOut: number;
}

/**
 * A request log that anybody may be refused by as often as they like: of each reason a few refusals a minute are
 * written, and at the minute's end one line that says how many more there were.
 */
export function boundRefusals(write: (request: LoggedRequest) => Promise<void>): RequestLog {
  const periods = new Map<string, Period>();
  const end = async (problem: string): Promise<void> => {
    const period = periods.get(problem);
    periods.delete(problem);
    if (period === undefined) return;
    clearTimeout(period.timer);
    const { last, leftOut: count } = period;
    if (last !== null) await write({ ...last, request: '', digest: null, count });
  };
  const periodOf = (problem: string): Period => {
    const known = periods.get(problem);
    if (known) return known;
    // While nothing can be written, nobody is answered either.
    const timer = setTimeout(() => void end(problem).catch(() => undefined), periodMilliseconds).unref();
    const period: Period = { timer, written: 0, last: null, leftOut: 0 };
    periods.set(problem, period);
    return period;
  };
  return {
    append: async (request) => {
      if (request.problem === null) return write(request);
      const period = periodOf(request.problem);
      if (period.written < mostInPeriod) {
        period.written += 1;
        return write(request);
      }
      period.last = request;
      period.leftOut += 1;
    },
    close: async () => {
      await Promise.all([...periods.keys()].map(end));
    },
  };
}
