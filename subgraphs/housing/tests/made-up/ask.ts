import { migrate } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { executeOperation } from '@resident-graph/subgraph-kit/testing';
import type { OpenTestDatabase } from '@resident-graph/subgraph-kit/testing';

import { housing } from '../../src/index.ts';
import { seed } from './seed.ts';

/** A database with the made-up rows. */
export async function seededDatabase(open: OpenTestDatabase): Promise<Database> {
  const database = await open();
  await migrate(housing, database);
  await seed(database);
  return database;
}

/** Asks for fields of `Resident.housing`; fails on any error. */
export async function askHousing<Housing>(
  database: Database,
  residentId: string,
  selection: string,
): Promise<Housing> {
  const query = `query Ask($id: ID!) {
    _entities(representations: [{ __typename: "Resident", id: $id }]) {
      ... on Resident { housing { ${selection} } }
    }
  }`;
  const { data, errors } = await executeOperation(housing, database, {
    query,
    variables: { id: residentId },
  });
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  const [resident] = (data?.['_entities'] ?? []) as readonly { readonly housing: Housing }[];
  if (resident === undefined) throw new Error(`No resident ${residentId}.`);
  return resident.housing;
}

/** A connection as far as tests read it. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The nodes of a page. */
export function nodesOf<Node>({ edges }: Page<Node>): readonly Node[] {
  return edges.map(({ node }) => node);
}
