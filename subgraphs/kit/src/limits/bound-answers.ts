import { defaultFieldResolver, getNullableType, isListType, isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';

import { subgraphError } from '../errors/index.ts';
import { selectionSize } from './selection-size.ts';

type Resolve = GraphQLFieldResolver<unknown, object>;

/** Fields of one answer, some tens of megabytes: more would hold up everybody else. */
const mostFields = 2_000_000;

/** The fields that a request has been answered with, by its context. */
const answered = new WeakMap<object, number>();

/**
 * Lets no request grow an answer without end, as lists within lists of residents who refer to each other would:
 * each entry of a list counts as many fields as are selected of it, and what goes beyond is ANSWER_TOO_LARGE.
 */
export function boundAnswers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isListType(getNullableType(field.type))) field.resolve = bounded(field.resolve);
    }
  }
}

function bounded(resolve: Resolve = defaultFieldResolver): Resolve {
  return (source, values, context, info) => {
    const list: unknown = resolve(source, values, context, info);
    if (!isThenable(list)) return take(list, context, info);
    return list.then((entries) => take(entries, context, info));
  };
}

/** As graphql-js tells promises; knex's statements are no instances of Promise. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function take(list: unknown, context: object, info: GraphQLResolveInfo): unknown {
  if (!Array.isArray(list)) return list;
  const fields = (answered.get(context) ?? 0) + list.length * fieldsOfEntry(info);
  answered.set(context, fields);
  if (fields > mostFields) throw subgraphError('ANSWER_TOO_LARGE');
  return list;
}

function fieldsOfEntry({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  let fields = 1;
  for (const { selectionSet } of fieldNodes) {
    if (selectionSet !== undefined) fields += selectionSize(selectionSet, fragments).selections;
  }
  return fields;
}
