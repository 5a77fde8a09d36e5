import type { Knex } from 'knex';

import type { Database } from '../../database/index.ts';

/** A page that a peer gave, to be taken in. */
export interface ArrivedPage {
  readonly database: Database;
  readonly peer: string;
  readonly entries: readonly unknown[];
  /**
   * Keeps how far the feed was read, in the transaction in which the page is taken in. False where another page was
   * taken in meanwhile: this one came too late, and must leave no trace.
   */
  readonly advance: (transaction: Knex.Transaction | Database) => Promise<boolean>;
}

/** What became of a page's entries; for the log, which holds numbers only. */
export interface TakenEntries {
  readonly taken: number;
  /** Of no use, as they came: entries of another form, or about what is not the peer's. */
  readonly skipped: number;
}

/** A feed of peers that a subgraph follows. Pages may come twice; none is lost. */
export interface FollowedFeed {
  readonly name: string;
  readonly isFrom: (peer: string) => boolean;
  /** Between two questions while nothing changes. */
  readonly pauseMilliseconds: number;
  /** Takes a page in. What it throws makes the page come again. */
  readonly take: (page: ArrivedPage) => Promise<TakenEntries>;
}
