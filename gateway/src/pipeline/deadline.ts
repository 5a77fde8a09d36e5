import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';

/** Whoever waits for an answer. */
export interface Client {
  readonly isGone: boolean;
  /** The listener is called once, when the client goes before it has its answer. */
  readonly onGone: (listener: () => void) => void;
}

/** A time limit for one request, which also ends when its client goes. */
export interface Deadline {
  /** Why the request is over, DEADLINE_EXCEEDED or CLIENT_GONE; null as long as it isn't. */
  readonly over: Failure | null;
  /**
   * Aborts with the reason why the request is over; at the deadline a little earlier, so that what has been
   * fetched by then can still be joined and sent.
   */
  readonly fetchSignal: AbortSignal;
  /** To be called when the request is done: it isn't watched any longer. */
  readonly clear: () => void;
}

/** Of a request's time, what is kept for joining the answers: a tenth, and a quarter of a second at most. */
function joiningMilliseconds(milliseconds: number): number {
  return Math.min(milliseconds / 10, 250);
}

/** How late a deadline may be noticed: a hundredth of its time, and 50 ms at most. */
function resolutionMilliseconds(milliseconds: number): number {
  return Math.min(Math.max(milliseconds / 100, 1), 50);
}

/**
 * The deadlines of all requests. They are equally long, so that those that end first are those that began
 * first: one timer looks at the first few, in place of two timers for each request.
 */
export class Deadlines {
  readonly #milliseconds: number;
  readonly #joining: number;
  readonly #resolution: number;
  readonly #running = new RunningDeadlines();
  #isWatched = false;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#joining = joiningMilliseconds(milliseconds);
    this.#resolution = resolutionMilliseconds(milliseconds);
  }

  /** Starts the clock of a request. @param onOver - called once, unless the deadline is cleared before */
  start(client: Client, onOver: (reason: Failure) => void): Deadline {
    const end = performance.now() + this.#milliseconds;
    const deadline = new RunningDeadline(end, end - this.#joining, this.#running, onOver);
    this.#running.add(deadline);
    if (!this.#isWatched) this.#lookLater();
    if (client.isGone) deadline.end('CLIENT_GONE');
    else client.onGone(() => deadline.end('CLIENT_GONE'));
    return deadline;
  }

  #lookLater(): void {
    this.#isWatched = true;
    setTimeout(() => this.#look(), this.#resolution).unref();
  }

  #look(): void {
    const now = performance.now();
    for (const deadline of this.#running.all()) {
      if (deadline.fetchingEnds > now) break;
      if (deadline.ends > now) deadline.endFetching('DEADLINE_EXCEEDED');
      else deadline.end('DEADLINE_EXCEEDED');
    }
    if (this.#running.size > 0) this.#lookLater();
    else this.#isWatched = false;
  }
}

type Reason = 'CLIENT_GONE' | 'DEADLINE_EXCEEDED';

/**
 * Those that are running, in the order of their ends. Not a Set: V8 links each table that a Set has outgrown to the
 * next, so that one that has become old would keep whole requests that are long over.
 */
class RunningDeadlines {
  readonly #all: RunningDeadline[] = [];

  get size(): number {
    return this.#all.length;
  }

  all(): readonly RunningDeadline[] {
    return [...this.#all];
  }

  add(deadline: RunningDeadline): void {
    this.#all.push(deadline);
  }

  /** @returns false if it wasn't running */
  remove(deadline: RunningDeadline): boolean {
    const place = this.#all.indexOf(deadline);
    if (place !== -1) this.#all.splice(place, 1);
    return place !== -1;
  }
}

class RunningDeadline implements Deadline {
  readonly ends: number;
  readonly fetchingEnds: number;
  readonly #running: RunningDeadlines;
  readonly #onOver: (reason: Failure) => void;
  /** Made for whoever asks for its signal: a request that is refused fetches nothing. */
  #fetching: AbortController | null = null;
  #fetchingOver: Failure | null = null;
  #over: Failure | null = null;

  constructor(
    ends: number,
    fetchingEnds: number,
    running: RunningDeadlines,
    onOver: (reason: Failure) => void,
  ) {
    this.ends = ends;
    this.fetchingEnds = fetchingEnds;
    this.#running = running;
    this.#onOver = onOver;
  }

  get over(): Failure | null {
    return this.#over;
  }

  get fetchSignal(): AbortSignal {
    this.#fetching ??= new AbortController();
    if (this.#fetchingOver !== null) this.#fetching.abort(this.#fetchingOver);
    return this.#fetching.signal;
  }

  endFetching(code: Reason): void {
    if (this.#fetchingOver !== null) return;
    this.#fetchingOver = failure(code);
    this.#fetching?.abort(this.#fetchingOver);
  }

  end(code: Reason): void {
    if (!this.#running.remove(this)) return;
    this.endFetching(code);
    this.#over = failure(code);
    this.#onOver(this.#over);
  }

  readonly clear = (): void => void this.#running.remove(this);
}
