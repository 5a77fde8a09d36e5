import type { Database } from '@resident-graph/subgraph-kit';

import type { LinkageModel } from '../linkage/index.ts';

/** An active model decides; a retired one decided once, and what it decided names its version. */
export type ModelState = 'ACTIVE' | 'RETIRED';

/** Keeps a fitted model under the next version, which it gives. An active one takes the place of the one before. */
export async function keepModel(database: Database, model: LinkageModel, state: ModelState): Promise<number> {
  return database.transaction(async (transaction) => {
    const last = await transaction<{ version: number }>('linkage_models').max({ version: 'version' }).first();
    const version = (last?.version ?? 0) + 1;
    if (state === 'ACTIVE') await transaction('linkage_models').update({ state: 'RETIRED' });
    const row = { version, state, parameters: JSON.stringify(model), fitted_at: new Date().toISOString() };
    await transaction('linkage_models').insert(row);
    return version;
  });
}

/** The model that decides; null before any was fitted. */
export async function activeModel(database: Database): Promise<LinkageModel | null> {
  const row = await database<{ state: ModelState; parameters: string }>('linkage_models')
    .where({ state: 'ACTIVE' })
    .first('parameters');
  return row === undefined ? null : (JSON.parse(row.parameters) as LinkageModel);
}
