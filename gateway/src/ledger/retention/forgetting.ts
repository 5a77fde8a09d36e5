import type { Knex } from 'knex';

import type { Database } from '../../governance/index.ts';
import { retrying } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ResidentKeys, Retirement } from '../keys/index.ts';
import { keyLifetimeMilliseconds } from '../keys/index.ts';
import type { Recorder } from '../recording/index.ts';
import { ordersToForget } from './orders-to-forget.ts';

/** What is forgotten with. */
export interface ForgettingOptions {
  readonly database: Database;
  readonly keys: ResidentKeys;
  readonly recorder: Pick<Recorder, 'happened'>;
  /** Resolves when what was durable at the call is in the index. @throws if the database can't take it */
  readonly settled: () => Promise<void>;
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
  #expiring: Promise<void> = Promise.resolve();

  constructor(options: ForgettingOptions) {
    this.#options = options;
  }

  /** Forgets what is older than the time of keeping, and what was ordered and not done: now and every day. */
  start(): void {
    const expire = (): void => {
      this.#expiring = this.#expiring
        .then(async () => this.expire())
        .catch((error: unknown) =>
          this.#options.log.error('records are kept longer than they should be', { error }),
        );
    };
    expire();
    // What a process that ended shortly before has retired may be destroyed by then.
    this.#timers.add(setTimeout(expire, 3 * this.#lifetime).unref());
    this.#timers.add(setInterval(expire, dayMilliseconds).unref());
  }

  /** Resolves when nothing is done any more. */
  async stop(): Promise<void> {
    this.#clearTimers();
    await this.#expiring;
    // What was done until then may have set others.
    this.#clearTimers();
  }

  /**
   * Forgets the years that are over, carries out the orders that were told and are not carried out, and destroys what
   * was retired and isn't destroyed.
   */
  async expire(): Promise<void> {
    try {
      await this.#resumeOrders();
    } finally {
      // Years that are over do not wait for an order that cannot be read.
      await this.#forgetWhatIsOver();
    }
  }

  async #forgetWhatIsOver(): Promise<void> {
    const { keys, database, retentionYears } = this.#options;
    const at = this.#now();
    const before = String(at.getUTCFullYear() - retentionYears);
    const ids = await keys.idsBefore(before);
    await keys.retire(ids, { at, reason: 'retention', by: null });
    await database('ledger_disclosures').where('at', '<', before).delete();
    await database('ledger_acts').where('at', '<', before).whereNotNull('resident_id').delete();
    await this.#destroyLater(async () => this.#destroyExpired(ids));
    await this.#destroyLeft(at);
  }

  /**
   * Forgets a resident by an officer's order, which is in the ledger before anything is done. What was recorded until
   * then is gone from the index when it resolves, and stays so: no process indexes what a retired key has sealed. Once
   * the order is in the ledger it is carried out, by this process or by one that comes after it.
   *
   * @param residentIds - all ids under which only this resident was known
   * @param by - who ordered it
   * @returns how many years of records it is about
   * @throws Failure LEDGER_UNAVAILABLE; nothing is forgotten then
   */
  async forget(residentIds: readonly string[], by: string): Promise<number> {
    await this.#settled();
    const held = await this.#options.keys.keysHeldBy(residentIds);
    const ids = held.map(({ id }) => id);
    await this.#tell(ids, 'order', by);
    await this.#carryOut(residentIds, ids, by);
    return new Set(held.map(({ period }) => period)).size;
  }

  /** Each step may be done again, and what follows a step finds what it needs until the next is done. */
  async #carryOut(residentIds: readonly string[], ids: readonly string[], by: string | null): Promise<void> {
    const { keys } = this.#options;
    await this.#deleteRowsWhere('resident_id', residentIds, (rows) => void rows.whereNull('key_id'));
    await keys.retire(ids, { at: this.#now(), reason: 'order', by });
    await this.#deleteRowsOf(ids);
    await this.#destroyLater(async () => keys.destroy(ids, this.#now()));
  }

  /** What a process has told and not done, because it ended in between. */
  async #resumeOrders(): Promise<void> {
    const { database, keys } = this.#options;
    await this.#settled();
    for await (const { ids, by } of ordersToForget(database)) {
      const held = await keys.keysHeldOf(ids);
      const residentIds = [...new Set(held.map(({ residentId }) => residentId))];
      if (held.length > 0)
        await this.#carryOut(
          residentIds,
          held.map(({ id }) => id),
          by,
        );
    }
  }

  /** What the index takes afterwards is deleted with the keys. */
  async #settled(): Promise<void> {
    await this.#options.settled().catch(() => undefined);
  }

  /** What a process that ended has retired and not destroyed. The order to forget was told when it was given. */
  async #destroyLeft(at: Date): Promise<void> {
    const { keys } = this.#options;
    const retired = await keys.retiredBefore(at);
    await this.#deleteRowsOf(retired.map(({ id }) => id));
    const left = await keys.retiredBefore(new Date(at.getTime() - 2 * this.#lifetime));
    const idsBy = (reason: Retirement['reason']): readonly string[] =>
      left.filter((key) => key.reason === reason).map(({ id }) => id);
    await this.#destroyExpired(idsBy('retention'));
    await keys.destroy(idsBy('order'), this.#now());
  }

  async #deleteRowsOf(keyIds: readonly string[]): Promise<void> {
    await this.#deleteRowsWhere('key_id', keyIds);
  }

  async #deleteRowsWhere(
    column: 'key_id' | 'resident_id',
    values: readonly string[],
    narrow: (rows: Knex.QueryBuilder) => void = () => undefined,
  ): Promise<void> {
    for (let at = 0; at < values.length; at += mostAtOnce) {
      const part = values.slice(at, at + mostAtOnce);
      // oxlint-disable-next-line no-await-in-loop -- a statement takes only so many values
      await this.#deleteRows((rows) => narrow(rows.whereIn(column, part)));
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

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  get #lifetime(): number {
    return this.#options.lifetimeMilliseconds ?? keyLifetimeMilliseconds;
  }

  #now(): Date {
    return (this.#options.now ?? (() => new Date()))();
  }
}
