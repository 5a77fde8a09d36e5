import type { Database } from '@resident-graph/subgraph-kit';
import { executeOperation } from '@resident-graph/subgraph-kit/testing';
import type { OperationAnswer } from '@resident-graph/subgraph-kit/testing';

import { behavioralHealth } from '../../src/index.ts';

/** Asks for a selection of one resident's behavioral health section. */
export function ask(database: Database, resident: string, selection: string): Promise<OperationAnswer> {
  return executeOperation(behavioralHealth, database, {
    query: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Resident { behavioralHealth { ${selection} } } }
    }`,
    variables: { representations: [{ __typename: 'Resident', id: resident }] },
  });
}

/** The section of an answer that has no errors. */
export function sectionOf({ data, errors }: OperationAnswer): unknown {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const [entity] = (data?.['_entities'] ?? []) as readonly { readonly behavioralHealth: unknown }[];
  if (entity === undefined) throw new Error('There is no entity.');
  return entity.behavioralHealth;
}
