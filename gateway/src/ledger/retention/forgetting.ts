import type { Knex } from 'knex';

import type { Database } from '../../governance/index.ts';
import { retrying } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ResidentKeys, Retirement } from '../keys/index.ts';
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

/** Keys of one event or statement. */
const mostAtOnce = 1000;

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
    const ids = await keys.idsBefore(before);
    await keys.retire(ids, { at, reason: 'retention', by: null });
    await database('ledger_disclosures').where('at', '<', before).delete();
    await database('ledger_acts').where('at', '<', before).whereNotNull('resident_id').delete();
    await this.#destroyLater(async () => this.#destroyExpired(ids));
    await this.#destroyLeft(new Date(at.getTime() - 2 * this.#lifetime));
  }

  /**
   * Forgets one resident by an officer's order, which is in the ledger before anything is done. What was recorded until
   * then is gone from the index when it resolves, and stays so: no process indexes what a retired key has sealed.
   *
   * @param by - who ordered it
   * @returns how many years of records it is about
   * @throws Failure LEDGER_UNAVAILABLE; nothing is forgotten then
   */
  async forget(residentId: string, by: string): Promise<number> {
    const { keys } = this.#options;
    const ids = await keys.idsOf(residentId);
    await this.#tell(ids, 'order', by);
    await keys.retire(ids, { at: this.#now(), reason: 'order', by });
    await this.#deleteRows((rows) => void rows.where({ resident_id: residentId }).whereNull('key_id'));
    await this.#deleteRowsOf(ids);
    await this.#destroyLater(async () => keys.destroy(ids, this.#now()));
    return ids.length;
  }

  /** What a process that ended has retired and not destroyed. The order to forget was told when it was given. */
  async #destroyLeft(retiredBefore: Date): Promise<void> {
    const { keys } = this.#options;
    const left = await keys.retiredBefore(retiredBefore);
    const idsBy = (reason: Retirement['reason']): readonly string[] =>
      left.filter((key) => key.reason === reason).map(({ id }) => id);
    await this.#deleteRowsOf(left.map(({ id }) => id));
    await this.#destroyExpired(idsBy('retention'));
    await keys.destroy(idsBy('order'), this.#now());
  }

  async #deleteRowsOf(keyIds: readonly string[]): Promise<void> {
    for (let at = 0; at < keyIds.length; at += mostAtOnce) {
      const part = keyIds.slice(at, at + mostAtOnce);
      // oxlint-disable-next-line no-await-in-loop -- a statement takes only so many values
      await this.#deleteRows((rows) => void rows.whereIn('key_id', part));
    }
  }

  async #deleteRows(narrow: (rows: Knex.QueryBuilder) => void): Promise<void> {
    for (const table of ['ledger_disclosures', 'ledger_acts']) {
      const rows = this.#options.database(table);
      narrow(rows);
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      await retrying(async () => rows.clone().delete());
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

  async #destroyExpired(ids: readonly string[]): Promise<void> {
    // What was destroyed is said before it is, so that nothing is gone of which nobody knows.
    await this.#tell(ids, 'retention', null);
    await this.#options.keys.destroy(ids, this.#now());
  }

  async #tell(ids: readonly string[], reason: Retirement['reason'], by: string | null): Promise<void> {
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
