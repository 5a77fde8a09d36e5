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
  return new BoundedLog(write);
}

class BoundedLog implements RequestLog {
  readonly #write: (request: LoggedRequest) => Promise<void>;
  readonly #periods = new Map<string, Period>();

  constructor(write: (request: LoggedRequest) => Promise<void>) {
    this.#write = write;
  }

  async append(request: LoggedRequest): Promise<void> {
    if (request.problem === null) return this.#write(request);
    const period = this.#periods.get(request.problem) ?? this.#begin(request.problem);
    if (period.written < mostInPeriod) {
      period.written += 1;
      return this.#write(request);
    }
    period.last = request;
    period.leftOut += 1;
    return undefined;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#periods.keys()].map((problem) => this.#end(problem)));
  }

  #begin(problem: string): Period {
    // While nothing can be written, nobody is answered either.
    const timer = setTimeout(() => void this.#end(problem).catch(() => undefined), periodMilliseconds);
    const period: Period = { timer: timer.unref(), written: 0, last: null, leftOut: 0 };
    this.#periods.set(problem, period);
    return period;
  }

  async #end(problem: string): Promise<void> {
    const period = this.#periods.get(problem);
    this.#periods.delete(problem);
    if (period === undefined) return;
    clearTimeout(period.timer);
    const { last, leftOut: count } = period;
    if (last !== null) await this.#write({ ...last, request: '', digest: null, count });
  }
}
