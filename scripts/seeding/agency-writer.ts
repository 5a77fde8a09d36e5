import { migrate, type Database, type Subgraph } from '@resident-graph/subgraph-kit';
import { createDesk, type Household, type Row, type TrueLink } from '../population/index.ts';
import type { Agency } from './agency.ts';
import { emptyFeeds } from './empty-feeds.ts';
import { insertRows } from './insert-rows.ts';
import { at } from './place-failure.ts';
import { SeedRefusal } from './seed-refusal.ts';
import { isSameMark, markBegun, markComplete, seedStateOf, type SeedMark } from './seed-mark.ts';
import type { Target } from './target.ts';

const linksTable = 'resident_links';

/** Rows are written when so many wait; bounds the memory and the length of a transaction. */
const rowsPerTransaction = 20_000;

/** Writes one agency's records of a population into its database, in transactions, and marks it when whole. */
export class AgencyWriter {
  readonly #agency: Agency;
  readonly #mark: SeedMark;
  readonly #target: Target;
  readonly #series = new Map<string, number>();
  readonly #waiting = new Map<string, Row[]>();
  #waitingRows = 0;
  #whole = false;

  constructor(agency: Agency, mark: SeedMark, target: Target) {
    this.#agency = agency;
    this.#mark = mark;
    this.#target = target;
  }

  /** Whether the database held every record before this seed began, so that nothing is written. */
  get isWhole(): boolean {
    return this.#whole;
  }

  /** The agency's subgraph, and the database that is filled. */
  get filled(): { readonly subgraph: Subgraph; readonly database: Database } {
    return { subgraph: this.#agency.subgraph, database: this.#target.database };
  }

  /**
   * Refuses a database that holds another population. Only reads, so that nothing is touched in any database
   * before all of them were found fit.
   *
   * @throws SeedRefusal that says what to delete.
   */
  async inspect(): Promise<void> {
    const { agency } = this.#agency.recorder;
    const { database, place } = this.#target;
    const state = await at(place, () => seedStateOf(database));
    if (state.kind === 'complete' && !isSameMark(state.mark, this.#mark)) {
      throw SeedRefusal.otherPopulation(agency, state.mark, this.#mark, place);
    }
    if (state.kind === 'untouched' && (await this.#holdsRecords()))
      throw SeedRefusal.foreignRecords(agency, place);
    this.#whole = state.kind === 'complete';
  }

  /** Brings the database to the agency's schema, empties what a killed seed left, and writes the reference rows. */
  async begin(): Promise<void> {
    await at(this.#target.place, () => this.#empty());
    if (this.#whole) return;
    this.#wait(this.#agency.recorder.reference());
  }

  /** Adds what the agency holds of the household; answers which local record is whose. */
  async write(household: Household): Promise<readonly TrueLink[]> {
    const { recorder } = this.#agency;
    const options = { seed: this.#mark.seed, agency: recorder.agency, series: this.#series };
    const { rows, links } = recorder.record(
      household,
      createDesk({ ...options, household: household.number }),
    );
    if (this.#whole) return links;
    this.#wait(rows);
    this.#wait({ [linksTable]: linkRows(household, links) });
    if (this.#waitingRows >= rowsPerTransaction) await this.#flush();
    return links;
  }

  /** Writes what still waits. */
  async finish(): Promise<void> {
    await this.#flush();
  }

  /** Declares the database whole. */
  async complete(): Promise<void> {
    if (this.#whole) return;
    await at(this.#target.place, async () => {
      await this.#agency.finish?.(this.#target.database);
      await markComplete(this.#target.database);
    });
  }

  async close(): Promise<void> {
    await this.#target.close();
  }

  #wait(rowsByTable: Readonly<Record<string, readonly Row[]>>): void {
    for (const [table, rows] of Object.entries(rowsByTable)) {
      this.#checkTable(table);
      const waiting = this.#waiting.get(table) ?? [];
      waiting.push(...rows);
      this.#waiting.set(table, waiting);
      this.#waitingRows += rows.length;
    }
  }

  #checkTable(table: string): void {
    if (this.#tables.includes(table)) return;
    const { agency } = this.#agency.recorder;
    throw new Error(
      `The recorder of ${agency} writes to ${table}, which is missing from its list of tables.`,
    );
  }

  async #flush(): Promise<void> {
    if (this.#waitingRows === 0) return;
    await at(this.#target.place, () =>
      this.#target.database.transaction(async (transaction) => {
        for (const table of this.#tables)
          await insertRows(transaction, table, this.#waiting.get(table) ?? []);
      }),
    );
    this.#waiting.clear();
    this.#waitingRows = 0;
  }

  async #empty(): Promise<void> {
    // The seed has the folder to itself: what is locked was left by one that was killed.
    await migrate(this.#agency.subgraph, this.#target.database, { evenIfLocked: true });
    if (this.#whole) return;
    await this.#target.prepare();
    await markBegun(this.#target.database, this.#mark);
    for (const table of this.#tables.toReversed()) await this.#target.database(table).delete();
    await emptyFeeds(this.#agency.subgraph, this.#target.database);
  }

  async #holdsRecords(): Promise<boolean> {
    for (const table of this.#tables) {
      if (!(await this.#target.database.schema.hasTable(table))) continue;
      if ((await this.#target.database(table).first()) !== undefined) return true;
    }
    return false;
  }

  get #tables(): readonly string[] {
    return [...this.#agency.recorder.tables, linksTable];
  }
}

function linkRows({ members }: Household, links: readonly TrueLink[]): readonly Row[] {
  const residentIds = new Map(members.map(({ number, residentId }) => [number, residentId]));
  return links.map(({ localId, person }) => ({
    local_id: localId,
    resident_id: residentIds.get(person) ?? null,
  }));
}
