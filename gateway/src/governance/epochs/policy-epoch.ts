import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import { inTransaction } from '../database/index.ts';
import { instantText } from '../records/index.ts';

interface EpochRow {
  readonly id: string;
  readonly epoch: number;
}

/** The epoch now. One row by its key: it is asked twice a second by every process. */
export async function readEpoch(database: Database): Promise<number> {
  const row = await database<EpochRow>('policy_epochs').select('epoch').where({ id: 'current' }).first();
  if (row === undefined) throw new Error('The database holds no epoch.');
  return row.epoch;
}

/** Begins the next epoch and does the work in the same transaction. */
export function inNextEpoch<Value>(
  database: Database,
  work: (transaction: Knex.Transaction) => Promise<Value>,
): Promise<Value> {
  return inTransaction(database, async (transaction) => {
    // First of all: its lock puts writers in a row, so that epochs are committed in their order.
    await beginEpoch(transaction);
    return work(transaction);
  });
}

async function beginEpoch(transaction: Knex.Transaction): Promise<void> {
  await transaction('policy_epochs').where({ id: 'current' }).increment('epoch', 1);
}

/** Does work in a transaction that waits for all others of this kind: what it reads, nobody else is about to change. */
export function inOrder<Value>(
  database: Database,
  work: (transaction: Knex.Transaction) => Promise<Value>,
): Promise<Value> {
  return inTransaction(database, async (transaction) => {
    await transaction('policy_epochs').where({ id: 'current' }).update({ id: 'current' });
    return work(transaction);
  });
}

/**
 * Numbers a policy: the epoch in which it was first registered after a different one, so that processes which
 * work by the same policy give it the same number, and a policy that returns gets a new one.
 */
export function registerDigest(database: Database, digest: string, now: Date): Promise<number> {
  return inOrder(database, async (transaction) => {
    const last = await lastDigest(transaction);
    if (last?.digest === digest) return last.epoch;
    await beginEpoch(transaction);
    const epoch = await readEpoch(transaction);
    await transaction('policy_digests').insert({ epoch, digest, registered_at: instantText(now) });
    return epoch;
  });
}

async function lastDigest(
  transaction: Knex.Transaction,
): Promise<{ readonly epoch: number; readonly digest: string } | undefined> {
  return transaction<{ epoch: number; digest: string }>('policy_digests')
    .select('epoch', 'digest')
    .orderBy('epoch', 'desc')
    .first();
}
