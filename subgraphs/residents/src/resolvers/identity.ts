import type { SubgraphContext } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import type { ResidentRow } from '../rows.ts';

export type Context = SubgraphContext<ResidentLoaders>;

/** A resident by the id that was asked for, and the id under which what is known of them is kept. */
export interface Identity {
  readonly id: string;
  /** The id itself, or for a merged id the survivor's. */
  readonly survivor: string;
}

/** The identity behind an id, merged ones included; null for an id that was never issued. */
export async function identify(id: string | number, { loaders }: Context): Promise<Identity | null> {
  // The scalar ID may come as a number in an entity's representation.
  const row = await loaders.residents.load(String(id));
  return row === null ? null : identityOf(row);
}

/** The surviving identity behind an id, as questions by id are answered: a former id leads to who it became. */
export async function survivorOf(id: string, context: Context): Promise<Identity | null> {
  const identity = await identify(id, context);
  return identity === null ? null : { id: identity.survivor, survivor: identity.survivor };
}

export function identityOf(row: ResidentRow): Identity {
  return { id: row.id, survivor: row.replaced_by ?? row.id };
}
