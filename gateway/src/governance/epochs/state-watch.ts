import type { Database } from '../database/index.ts';
import type { EmergencyDeclaration } from '../facts/index.ts';
import type { GovernanceState, Restriction } from '../fact-source.ts';
import type { DeclarationRow, RestrictionRow } from '../records/index.ts';
import {
  declarationOf,
  declarationsTable,
  instantText,
  restrictionOf,
  restrictionsTable,
} from '../records/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { readEpoch } from './policy-epoch.ts';

const staleAfterMilliseconds = 2000;

/** What the watch is made from. */
export interface StateWatchOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => Date;
  readonly pollMilliseconds: number;
}

/** Knows what is in force for everybody. */
export interface StateWatch {
  readonly state: () => GovernanceState;
  readonly onStateChange: (listener: (state: GovernanceState) => void) => void;
  /** Reads now; after a write of this process's own. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Watches the epoch, one cheap statement at each poll, and reads the rest when it has grown.
 *
 * @throws if the database doesn't answer at the start.
 */
export async function openStateWatch(options: StateWatchOptions): Promise<StateWatch> {
  const watch = new Watch(options);
  await watch.refresh();
  watch.start();
  return {
    state: () => watch.state(),
    onStateChange: (listener) => watch.onStateChange(listener),
    refresh: () => watch.refresh(),
    close: () => watch.close(),
  };
}

class Watch implements StateWatch {
  readonly #options: StateWatchOptions;
  readonly #listeners: ((state: GovernanceState) => void)[] = [];
  #fresh: GovernanceState = { epoch: 0, declarations: [], restrictions: [], isStale: false };
  #stale: GovernanceState = { ...this.#fresh, isStale: true };
  /** On a clock that only goes forward: the wall clock may be set back. */
  #readAt = -Infinity;
  #wasStale = false;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: StateWatchOptions) {
    this.#options = options;
  }

  state(): GovernanceState {
    return performance.now() - this.#readAt > staleAfterMilliseconds ? this.#stale : this.#fresh;
  }

  onStateChange(listener: (state: GovernanceState) => void): void {
    this.#listeners.push(listener);
  }

  /** One reading after the other, so that an old answer never follows a new one. */
  async refresh(): Promise<void> {
    const reading = this.#reading.catch(() => undefined).then(() => this.#read());
    this.#reading = reading;
    await reading;
  }

  start(): void {
    this.#timer = setTimeout(() => void this.#poll(), this.#options.pollMilliseconds);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#reading.catch(() => undefined);
  }

  async #poll(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.#options.log.warn('governance database gives no answer', { error });
    }
    this.#tellOfStaleness();
    if (!this.#isClosed) this.start();
  }

  async #read(): Promise<void> {
    // The age counts from the question: an answer may be older than its arrival.
    const asked = performance.now();
    const epoch = await readEpoch(this.#options.database);
    const isNew = epoch !== this.#fresh.epoch;
    if (isNew) await this.#readAll(epoch);
    this.#readAt = asked;
    if (isNew) this.#tell();
  }

  async #readAll(epoch: number): Promise<void> {
    const { database, now } = this.#options;
    const [declarations, restrictions] = await Promise.all([
      readDeclarations(database, now()),
      readRestrictions(database),
    ]);
    this.#fresh = { epoch, declarations, restrictions, isStale: false };
    this.#stale = { ...this.#fresh, isStale: true };
  }

  #tellOfStaleness(): void {
    const { isStale } = this.state();
    if (isStale === this.#wasStale) return;
    this.#wasStale = isStale;
    this.#tell();
  }

  #tell(): void {
    const state = this.state();
    for (const listener of this.#listeners) listener(state);
  }
}

async function readDeclarations(database: Database, now: Date): Promise<readonly EmergencyDeclaration[]> {
  const rows: DeclarationRow[] = await database(declarationsTable)
    .whereNotNull('confirmed_by')
    .where('confirmed_by', '<>', database.ref('declared_by'))
    .whereNull('ended_at')
    .where('ends_at', '>', instantText(now))
    .orderBy('id');
  return rows.map(declarationOf).map((record) => ({
    id: record.id,
    authority: record.authority,
    area: record.area,
    categories: record.categories,
    roles: record.roles,
    purposesOfUse: record.purposesOfUse,
    startsAt: record.startsAt,
    endsAt: record.endsAt,
  }));
}

async function readRestrictions(database: Database): Promise<readonly Restriction[]> {
  const rows: RestrictionRow[] = await database(restrictionsTable).whereNull('lifted_at').orderBy('id');
  return rows.map(restrictionOf).map(({ agency, categories }) => ({ agency, categories }));
}
