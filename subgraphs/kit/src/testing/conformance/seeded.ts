import type { Database } from '../../database/index.ts';
import { migrate } from '../../subgraph/index.ts';
import type { Subgraph } from '../../subgraph/index.ts';
import { executeOperation } from '../execute-operation.ts';
import type { OperationAnswer } from '../execute-operation.ts';

/** Fills a migrated database and tells which residents the agency then knows. */
export type Seed = (database: Database) => Promise<{ readonly residentIds: readonly string[] }>;

/** A subgraph over a database with records. */
export interface Seeded {
  readonly database: Database;
  readonly residentIds: readonly string[];
  /** Asks `_entities`. */
  entities(query: string, representations: readonly unknown[]): Promise<EntitiesAnswer>;
}

export interface EntitiesAnswer {
  readonly entities: readonly (Readonly<Record<string, unknown>> | null)[];
  readonly errors: NonNullable<OperationAnswer['errors']>;
}

/** The fewest residents that tell a cost per request from a cost per resident. */
export const fewestResidents = 100;

export async function seeded(subgraph: Subgraph, database: Database, seed: Seed): Promise<Seeded> {
  await migrate(subgraph, database);
  const { residentIds } = await seed(database);
  if (new Set(residentIds).size < fewestResidents) {
    throw new RangeError(
      `The seed of the conformance suite links ${residentIds.length} residents. Link ${fewestResidents}.`,
    );
  }
  return {
    database,
    residentIds,
    async entities(query, representations) {
      const { data, errors = [] } = await executeOperation(subgraph, database, {
        query,
        variables: { representations },
      });
      return { entities: (data?.['_entities'] ?? []) as EntitiesAnswer['entities'], errors };
    },
  };
}

export function representationOf(id: string): { readonly __typename: string; readonly id: string } {
  return { __typename: 'Resident', id };
}
