import type { Knex } from '@resident-graph/subgraph-kit';

import type {
  ConstraintState,
  Kind,
  LinkState,
  RecordState,
  ResidentState,
  ReviewState,
  States,
} from './changes.ts';
import { IndexRefusal } from './refusal.ts';
import { keepWork } from './review-work.ts';

/** The entry of the log of which a change is part. */
interface Entry {
  readonly sequence: number;
  /** What agencies say of their records in this entry, by content. */
  readonly contents: ReadonlyMap<string, string>;
}

/** Where one kind of thing is kept. */
export interface StateTable<State> {
  readonly read: (transaction: Knex.Transaction, key: string) => Promise<State | null>;
  readonly write: (
    transaction: Knex.Transaction,
    key: string,
    state: State | null,
    entry: Entry,
  ) => Promise<void>;
}

/** The table of a kind. */
export function tableOf<K extends Kind>(kind: K): StateTable<States[K]> {
  return tables[kind] as unknown as StateTable<States[K]>;
}

const residents: StateTable<ResidentState> = {
  read: async (transaction, id) => {
    const row = await transaction<{
      id: string;
      status: ResidentState['status'];
      replaced_by: string | null;
    }>('residents')
      .where({ id })
      .first('status', 'replaced_by');
    return row === undefined ? null : { status: row.status, replacedBy: row.replaced_by };
  },
  write: async (transaction, id, state) => {
    // An id that was issued answers for ever: nothing takes its row away.
    const { status, replacedBy } = state ?? { status: 'RETIRED', replacedBy: null };
    const changed = { status, replaced_by: replacedBy };
    const row = await transaction<{ id: string; version: number }>('residents')
      .where({ id })
      .first('version');
    const today = new Date().toISOString().slice(0, 10);
    if (row === undefined)
      await transaction('residents').insert({ id, ...changed, version: 1, as_of: today });
    else
      await transaction('residents')
        .where({ id })
        .update({ ...changed, version: row.version + 1, as_of: today });
  },
};

const records: StateTable<RecordState> = {
  read: async (transaction, id) => {
    const row = await transaction<RecordRow>('local_records').where({ id }).first();
    return row === undefined
      ? null
      : { source: row.source, content: row.content, isActive: row.is_active === 1 };
  },
  write: async (transaction, id, state, { contents }) => {
    const before = await transaction<RecordRow>('local_records').where({ id }).first();
    if (before !== undefined) await setAside(transaction, before);
    if (state === null) return;
    const { source, content, isActive } = state;
    const person = contents.get(content) ?? (await takeBack(transaction, content));
    await transaction('local_records').insert({ id, source, content, person, is_active: isActive ? 1 : 0 });
  },
};

const links: StateTable<LinkState> = {
  read: async (transaction, record) => {
    const row = await transaction<{ record_id: string; resident_id: string; method: LinkState['method'] }>(
      'record_links',
    )
      .where({ record_id: record })
      .whereNull('until_sequence')
      .first();
    return row === undefined ? null : { resident: row.resident_id, method: row.method };
  },
  write: async (transaction, record, state, { sequence }) => {
    await close(transaction, 'record_links', { record_id: record }, sequence);
    if (state === null) return;
    await transaction('record_links').insert({
      record_id: record,
      resident_id: state.resident,
      method: state.method,
      from_sequence: sequence,
    });
  },
};

const constraints: StateTable<ConstraintState> = {
  read: async (transaction, key) => {
    const row = await transaction<{ kind: ConstraintState['kind'] }>('record_constraints')
      .where(recordsOf(key))
      .whereNull('until_sequence')
      .first('kind');
    return row === undefined ? null : { kind: row.kind };
  },
  write: async (transaction, key, state, { sequence }) => {
    await close(transaction, 'record_constraints', recordsOf(key), sequence);
    if (state === null) return;
    await transaction('record_constraints').insert({
      ...recordsOf(key),
      kind: state.kind,
      from_sequence: sequence,
    });
  },
};

const reviews: StateTable<ReviewState> = {
  read: async (transaction, id) => {
    const row = await transaction<{
      id: string;
      kind: ReviewState['kind'];
      record_id: string;
      resident_id: string;
      other_id: string | null;
      weight: number | null;
      status: ReviewState['status'];
    }>('review_items')
      .where({ id })
      .first();
    if (row === undefined) return null;
    const { kind, status, weight } = row;
    return { kind, record: row.record_id, resident: row.resident_id, other: row.other_id, weight, status };
  },
  write: async (transaction, id, state, { sequence }) => {
    await transaction('review_items').where({ id }).delete();
    await keepWork(transaction, id, state, sequence);
    if (state === null) return;
    const { kind, record, resident, other, weight, status } = state;
    await transaction('review_items').insert({
      id,
      kind,
      record_id: record,
      resident_id: resident,
      other_id: other,
      weight,
      status,
      since_sequence: sequence,
    });
  },
};

const tables = {
  resident: residents,
  record: records,
  link: links,
  constraint: constraints,
  review: reviews,
};

interface RecordRow {
  readonly id: string;
  readonly source: string;
  readonly content: string;
  readonly person: string;
  readonly is_active: number;
}

/** Keeps what a record said, so that it can be undone; it stands in one table at a time. */
async function setAside(transaction: Knex.Transaction, { id, content, person }: RecordRow): Promise<void> {
  await transaction('former_contents').insert({ content, record_id: id, person });
  await transaction('local_records').where({ id }).delete();
}

/** @throws IndexRefusal FORGOTTEN where it was taken away for good */
async function takeBack(transaction: Knex.Transaction, content: string): Promise<string> {
  const row = await transaction<{ content: string; person: string }>('former_contents')
    .where({ content })
    .first('person');
  if (row === undefined) throw new IndexRefusal('FORGOTTEN');
  await transaction('former_contents').where({ content }).delete();
  return row.person;
}

/** Ends what is in force; what began with the same event leaves no trace of its own. */
async function close(
  transaction: Knex.Transaction,
  table: string,
  key: Readonly<Record<string, string>>,
  sequence: number,
): Promise<void> {
  await transaction(table)
    .where({ ...key, from_sequence: sequence })
    .delete();
  await transaction(table).where(key).whereNull('until_sequence').update({ until_sequence: sequence });
}

function recordsOf(key: string): { readonly one: string; readonly other: string } {
  const [one = '', other = ''] = key.split(' ');
  return { one, other };
}
