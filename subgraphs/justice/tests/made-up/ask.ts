import type { Database } from '@resident-graph/subgraph-kit';
import { executeOperation } from '@resident-graph/subgraph-kit/testing';
import type { OperationAnswer } from '@resident-graph/subgraph-kit/testing';

import { justice } from '../../src/index.ts';

/** Asks for a selection of one resident's justice section. */
export function ask(database: Database, resident: string, selection: string): Promise<OperationAnswer> {
  return executeOperation(justice, database, {
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Resident { justice { ${selection} } } }
    }`,
    variables: { representations: [{ __typename: 'Resident', id: resident }] },
  });
}

/** The section of an answer that has no errors. */
export function sectionOf({ data, errors }: OperationAnswer): unknown {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const [entity] = (data?.['_entities'] ?? []) as readonly { readonly justice: unknown }[];
  if (entity === undefined) throw new Error('There is no entity.');
  return entity.justice;
}

/** A page of a list whose entries have ids. */
export interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export function idsOf(page: Page | undefined): readonly string[] | undefined {
  return page?.edges.map(({ node }) => node.id);
}
