import type { GraphQLSchema } from 'graphql';

import type { FetchDataRewrite } from '../../../supergraph/index.ts';
import { covers } from '../answers/index.ts';
import type { DataRecord } from '../data/index.ts';
import { isRecord } from '../data/index.ts';

const fragmentPrefix = '... on ';

/** Does to a representation what the planner asks for: an agency may know a type by an interface's name. */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[],
  representation: DataRecord,
): void {
  for (const rewrite of rewrites) applyAt(schema, rewrite.path, representation, rewrite);
}

function applyAt(
  schema: GraphQLSchema,
  path: readonly string[],
  value: unknown,
  rewrite: FetchDataRewrite,
): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(schema, path, item, rewrite);
    return;
  }
  const [first, ...rest] = path;
  if (!isRecord(value) || first === undefined) return;
  if (rest.length === 0) rewriteKey(value, first, rewrite);
  else if (!first.startsWith(fragmentPrefix)) applyAt(schema, rest, value[first], rewrite);
  else if (isOfType(schema, value, first.slice(fragmentPrefix.length))) applyAt(schema, rest, value, rewrite);
}

function rewriteKey(record: DataRecord, key: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    record[key] = rewrite.setValueTo;
  } else if (record[key] !== undefined) {
    record[rewrite.renameKeyTo] = record[key];
    delete record[key];
  }
}

function isOfType(schema: GraphQLSchema, record: DataRecord, condition: string): boolean {
  const typeName = record['__typename'];
  return typeof typeName !== 'string' || covers(schema, condition, typeName);
}
