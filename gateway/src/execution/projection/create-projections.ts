import type { DocumentNode, GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Projected, Projection } from './create-projection.ts';
import { createProjection } from './create-projection.ts';
import { conditionVariables, resolveConditions } from './resolve-conditions.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Projects the answers to any operation on one agency, each compiled once. */
export interface Projections {
  project(query: string, variables: Variables, data: unknown): Projected;
}

interface Prepared {
  readonly document: DocumentNode;
  readonly conditions: readonly string[];
}

const maximumOperations = 1000;

/** Keeps the compiled projections of the agency's most recent operations. */
export function createProjections(schema: GraphQLSchema): Projections {
  const prepared = new LRUCache<string, Prepared>({ max: maximumOperations });
  const compiled = new LRUCache<string, Projection>({ max: maximumOperations });
  return {
    project(query, variables, data) {
      const { document, conditions } = remember(prepared, query, () => prepare(query));
      const values = conditions.map((name) => variables[name] === true);
      const projection = remember(compiled, `${values.join()} ${query}`, () =>
        createProjection(schema, resolveConditions(document, variables)),
      );
      const { representations } = variables;
      return projection.project(data, Array.isArray(representations) ? representations : []);
    },
  };
}

function prepare(query: string): Prepared {
  const document = parse(query, { noLocation: true });
  return { document, conditions: conditionVariables(document) };
}

function remember<Value extends object>(
  cache: LRUCache<string, Value>,
  key: string,
  make: () => Value,
): Value {
  const value = cache.get(key) ?? make();
  cache.set(key, value);
  return value;
}
