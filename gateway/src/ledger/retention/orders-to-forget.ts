import type { Database } from '../../governance/index.ts';

/** An order that is in the ledger. */
export interface OrderToForget {
  /** Ids of the keys. */
  readonly ids: readonly string[];
  /** Who gave it. */
  readonly by: string | null;
}

interface Row {
  readonly log: string;
  /** PostgreSQL's driver gives large numbers as text. */
  readonly sequence: number | string;
  readonly event: string;
}

const pageSize = 100;

/** All orders that are in the ledger, as far as it is indexed. */
export async function* ordersToForget(database: Database): AsyncIterable<OrderToForget> {
  let last: Row | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ended
    const page: readonly Row[] = await ordersAfter(database, last);
    for (const { event } of page) {
      const { reason, keys, by } = JSON.parse(event) as {
        readonly reason: string;
        readonly keys: readonly string[];
        readonly by: string | null;
      };
      if (reason === 'order') yield { ids: keys, by };
    }
    last = page.length === pageSize ? page.at(-1) : undefined;
  } while (last);
}

/** What a text holds is asked first: events about the time of keeping are many, and long. */
async function ordersAfter(database: Database, last: Row | undefined): Promise<readonly Row[]> {
  const rows = database('ledger_acts')
    .where('type', 'keys-destroyed')
    .where('event', 'like', '%"reason":"order"%')
    .orderBy(['log', 'sequence'])
    .limit(pageSize)
    .select('log', 'sequence', 'event');
  if (last !== undefined) {
    const { log, sequence } = last;
    void rows.where((later) => {
      void later
        .where('log', '>', log)
        .orWhere((same) => void same.where('log', log).where('sequence', '>', Number(sequence)));
    });
  }
  return (await rows) as readonly Row[];
}
