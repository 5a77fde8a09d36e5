import type { PendingSignIn, SessionStore } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { Database } from '../database/index.ts';
import { retrying } from '../database/index.ts';
import { instantText } from '../records/index.ts';
import type { PendingRow, SessionRow } from './session-rows.ts';
import { pendingOf, pendingRow, sessionOf, sessionRow, subjectHash } from './session-rows.ts';

const sessionsTable = 'browser_sessions';
const pendingTable = 'pending_sign_ins';

/** Keeps the sessions of browsers in the database that all processes share. */
export function createSessionStore(database: Database): SessionStore {
  const sessions = () => database<SessionRow>(sessionsTable);
  return {
    read: async (idHash, at) =>
      kept(async () => {
        const now = instantText(at);
        const row = await sessions()
          .where({ id_hash: idHash })
          .where('idle_ends_at', '>', now)
          .where('absolute_ends_at', '>', now)
          .first();
        return row === undefined ? null : sessionOf(row);
      }),
    create: async (idHash, session) =>
      kept(async () => void (await sessions().insert(sessionRow(idHash, session)))),
    extend: async (idHash, idleEndsAt, at) =>
      kept(
        async () =>
          void (await sessions()
            .where({ id_hash: idHash })
            .where('idle_ends_at', '>', instantText(at))
            .update({ idle_ends_at: instantText(idleEndsAt) })),
      ),
    end: async (idHash) => kept(async () => void (await sessions().where({ id_hash: idHash }).delete())),
    endOf: async (ended) =>
      kept(async () => {
        const place =
          'subject' in ended
            ? { subject_hash: subjectHash(ended.subject) }
            : { provider_session_hash: ended.providerSessionHash };
        await sessions().where(place).delete();
      }),
    begin: async (idHash, pending) =>
      kept(async () => void (await database(pendingTable).insert(pendingRow(idHash, pending)))),
    take: async (idHash, at) => kept(() => take(database, idHash, at)),
    sweep: async (at) =>
      kept(async () => {
        await sessions().where('idle_ends_at', '<=', instantText(at)).delete();
        await database(pendingTable).where('ends_at', '<=', instantText(at)).delete();
      }),
  };
}

/** Who deletes the row has taken it: the database lets only one. */
async function take(database: Database, idHash: string, at: Date): Promise<PendingSignIn | null> {
  const row = await database<PendingRow>(pendingTable).where({ id_hash: idHash }).first();
  const taken = await database(pendingTable).where({ id_hash: idHash }).delete();
  return row === undefined || taken !== 1 || row.ends_at <= instantText(at) ? null : pendingOf(row);
}

/** What a database says of its trouble stays inside. */
async function kept<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await retrying(work);
  } catch (cause) {
    throw failure('SESSIONS_UNAVAILABLE', { cause });
  }
}
