import type { EventOf } from '../events/index.ts';
import { fitting, nameLength } from '../events/index.ts';
import type { AgencyRequest } from './agency-request.ts';

/** What an agency refused for one reason. */
type RefusedCalls = Omit<EventOf<'calls-refused'>, 'type' | 'at'>;

/** Reasons that are told apart; what is more comes under one name. */
const mostReasons = 50;

const otherReasons = 'other reasons';

/** Counts what an agency refused, by the reason, of what its log says between two instants. */
export class RefusalTally {
  readonly #agency: string;
  readonly #after: string;
  readonly #until: string;
  readonly #byReason = new Map<string, { count: number; since: string }>();

  /** @param after - not included @param until - included */
  constructor(agency: string, after: string, until: string) {
    this.#agency = agency;
    this.#after = after;
    this.#until = until;
  }

  /** Takes note of a line of the agency's log. */
  add({ verdict, problem, at, count }: AgencyRequest): void {
    if (verdict !== 'refused' || at <= this.#after || at > this.#until) return;
    const reason = fitting(problem ?? '', nameLength);
    const isOther = !this.#byReason.has(reason) && this.#byReason.size >= mostReasons;
    const name = isOther ? otherReasons : reason;
    const known = this.#byReason.get(name) ?? { count: 0, since: at };
    const since = at < known.since ? at : known.since;
    this.#byReason.set(name, { count: known.count + count, since });
  }

  /** One for each reason. */
  get refused(): readonly RefusedCalls[] {
    const [agency, until] = [this.#agency, this.#until];
    return [...this.#byReason].map(([problem, counted]) => ({ agency, problem, until, ...counted }));
  }
}
