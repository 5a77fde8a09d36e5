import type { GraphQLSchema } from 'graphql';

import type { FetchDataKeyRenamer } from '../../../supergraph/index.ts';
import { covers } from '../answers/index.ts';
import type { DataRecord } from '../data/index.ts';
import { createRecord, isRecord, SlotFailure } from '../data/index.ts';
import type { Located } from './records-at.ts';

const fragmentPrefix = '... on ';

/**
 * The variables that `@fromContext` fills from the records around an object: each renamer's path goes up by
 * `..`, then down to the value.
 */
export function contextValues(
  schema: GraphQLSchema,
  renamers: readonly FetchDataKeyRenamer[],
  located: Located,
): DataRecord {
  const values = createRecord();
  for (const { path, renameKeyTo } of renamers) {
    const value = valueAt(schema, path, located);
    if (value !== undefined) values[renameKeyTo] = value;
  }
  return values;
}

function valueAt(schema: GraphQLSchema, path: readonly string[], { record, above }: Located): unknown {
  const levels = path.filter((key) => key === '..').length;
  const start = levels === 0 ? record : above[above.length - levels];
  return start && descend(schema, start, path.slice(levels));
}

function descend(schema: GraphQLSchema, value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (value instanceof SlotFailure) return undefined;
  if (first === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => descend(schema, item, path));
  if (!isRecord(value)) return value === null ? null : undefined;
  if (!first.startsWith(fragmentPrefix)) return descend(schema, value[first], rest);
  const condition = first.slice(fragmentPrefix.length);
  const typeName = value['__typename'];
  const applies = typeof typeName !== 'string' || covers(schema, condition, typeName);
  return applies ? descend(schema, value, rest) : undefined;
}
