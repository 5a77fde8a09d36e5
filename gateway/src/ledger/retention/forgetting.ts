import type { Database } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ResidentKeys } from '../keys/index.ts';
import { keyLifetimeMilliseconds } from '../keys/index.ts';
import type { Recorder } from '../recording/index.ts';

/** What is forgotten with. */
export interface ForgettingOptions {
  readonly database: Database;
  readonly keys: ResidentKeys;
  readonly recorder: Pick<Recorder, 'happened'>;
  /** Calendar years, besides the current one, for which it is kept whom a record is about. */
  readonly retentionYears: number;
  readonly log: Logger;
  readonly now?: () => Date;
  /** How long other processes may go on to use a key that was retired. */
  readonly lifetimeMilliseconds?: number;
}

const dayMilliseconds = 24 * 3_600_000;

/**
 * Forgets whom records are about by destroying keys: the entries stay as they are, and so does the tree. A key is
 * first taken from its resident, and destroyed when no process can be using it any more.
 */
export class Forgetting {
  readonly #options: ForgettingOptions;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: ForgettingOptions) {
    this.#options = options;
  }

  /** Forgets what is older than the time of keeping, now and every day. */
  start(): void {
    const expire = (): void => {
      this.expire().catch((error: unknown) =>
        this.#options.log.error('records are kept longer than they should be', { error }),
      );
    };
    expire();
    this.#timers.add(setInterval(expire, dayMilliseconds).unref());
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Forgets the years that are over, and destroys what was retired and isn't destroyed. */
  async expire(): Promise<void> {
    const { keys, database, retentionYears } = this.#options;
    const at = this.#now();
    const before = String(at.getUTCFullYear() - retentionYears);
    const ids = await keys.retire({ before }, at);
    await database('ledger_disclosures').where('at', '<', before).delete();
    await database('ledger_acts').where('at', '<', before).whereNotNull('resident_id').delete();
    await this.#destroyLater(async () => this.#destroy(ids));
    const left = await keys.retiredBefore(new Date(at.getTime() - 2 * this.#lifetime));
    await this.#destroy(left);
  }

  /**
   * Forgets one resident by an officer's order, which is in the ledger before anything is done.
   *
   * @param by - who ordered it
   * @returns how many years of records it is about
   * @throws Failure LEDGER_UNAVAILABLE; nothing is forgotten then
   */
  async forget(residentId: string, by: string): Promise<number> {
    const { keys } = this.#options;
    const at = this.#now();
    await this.#tell(await keys.idsOf(residentId), 'order', by);
    const ids = await keys.retire({ residentId }, at);
    await this.#deleteRows(residentId, at);
    await this.#destroyLater(async () => {
      await keys.destroy(ids, this.#now());
      // The index may have taken entries meanwhile that were sealed before; it can't open them any more.
      await this.#deleteRows(residentId, at);
    });
    return ids.length;
  }

  /** Rows of what was recorded until then. */
  async #deleteRows(residentId: string, until: Date): Promise<void> {
    for (const table of ['ledger_disclosures', 'ledger_acts']) {
      const rows = this.#options.database(table).where({ resident_id: residentId });
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      await rows.where('at', '<=', until.toISOString()).delete();
    }
  }

  async #destroyLater(destroy: () => Promise<void>): Promise<void> {
    if (this.#lifetime === 0) return destroy();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      destroy().catch((error: unknown) => this.#options.log.error('keys are not destroyed yet', { error }));
    }, this.#lifetime).unref();
    this.#timers.add(timer);
  }

  async #destroy(ids: readonly string[]): Promise<void> {
    // What was destroyed is said before it is, so that nothing is gone of which nobody knows.
    await this.#tell(ids, 'retention', null);
    await this.#options.keys.destroy(ids, this.#now());
  }

  async #tell(ids: readonly string[], reason: Reason, by: string | null): Promise<void> {
    const { recorder } = this.#options;
    for (let at = 0; at < ids.length; at += mostAtOnce) {
      const part = ids.slice(at, at + mostAtOnce);
      // oxlint-disable-next-line no-await-in-loop -- one event after the other
      await recorder.happened({ type: 'keys-destroyed', reason, by, keys: part });
    }
  }

  get #lifetime(): number {
    return this.#options.lifetimeMilliseconds ?? keyLifetimeMilliseconds;
  }

  #now(): Date {
    return (this.#options.now ?? (() => new Date()))();
  }
}

type Reason = 'retention' | 'order';

/** Keys of one event: an entry of the log has a length. */
const mostAtOnce = 1000;
