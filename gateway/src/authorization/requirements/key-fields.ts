import { textOf } from './directive-values.ts';
import { fieldsOfSet } from './field-set.ts';
import type { SupergraphNames } from './supergraph-names.ts';
import type { SupergraphType } from './supergraph-types.ts';

/** The fields, as `Type.field`, that keys of entities consist of: they name an entity and show nothing of it. */
export function keyFields(
  types: ReadonlyMap<string, SupergraphType>,
  { joinType }: SupergraphNames,
): ReadonlySet<string> {
  const keys = [...types.values()].flatMap((type) =>
    type.directives
      .filter(({ name }) => name.value === joinType)
      .map((join) => [type.name, textOf(join.arguments, 'key') ?? ''] as const),
  );
  return new Set(keys.flatMap(([type, text]) => fieldsOfSet(type, text, types)));
}
