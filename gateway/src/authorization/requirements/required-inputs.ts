import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { Kind } from 'graphql';

import { objectsOf, textOf } from './directive-values.ts';
import { fieldsOfSet } from './field-set.ts';
import type { SupergraphNames } from './supergraph-names.ts';
import type { SupergraphType } from './supergraph-types.ts';

/** A field that another field can't be answered without. */
export interface RequiredInput {
  /** `Type.field`. */
  readonly coordinate: string;
  /** The agency that receives its value. */
  readonly recipient: string;
}

/**
 * What each field needs of other fields, by `Type.field`: the inputs of `@requires` and of `@fromContext`, as
 * composition writes them on `@join__field` (https://specs.apollo.dev/join/v0.5). A field that several agencies answer
 * needs the inputs of all of them, because the plan may ask any.
 */
export function requiredInputs(
  document: DocumentNode,
  types: ReadonlyMap<string, SupergraphType>,
  names: SupergraphNames,
): ReadonlyMap<string, readonly RequiredInput[]> {
  const agencies = agencyNames(document, names);
  const contexts = typesByContext(types, names);
  const inputs = new Map<string, readonly RequiredInput[]>();
  for (const type of types.values()) {
    for (const [field, node] of type.fields) {
      const needed = (node.directives ?? [])
        .filter(({ name }) => name.value === names.joinField)
        .flatMap((join) => inputsOf(type.name, join));
      if (needed.length > 0) inputs.set(`${type.name}.${field}`, needed);
    }
  }
  return inputs;

  function inputsOf(type: string, join: ConstDirectiveNode): readonly RequiredInput[] {
    const graph = textOf(join.arguments, 'graph') ?? '';
    const recipient = agencies.get(graph) ?? graph;
    const required = fieldsOfSet(type, textOf(join.arguments, 'requires') ?? '', types);
    return [...required, ...fromContext(join)].map((coordinate) => ({ coordinate, recipient }));
  }

  function fromContext(join: ConstDirectiveNode): readonly string[] {
    return objectsOf(join, 'contextArguments').flatMap((argument) => {
      const holders = contexts.get(textOf(argument, 'context') ?? '') ?? [];
      const selection = textOf(argument, 'selection') ?? '';
      return holders.flatMap((holder) => fieldsOfSet(holder, selection, types));
    });
  }
}

/** The agencies' names by the values of the enum that stands for them. */
function agencyNames(document: DocumentNode, { joinGraph }: SupergraphNames): ReadonlyMap<string, string> {
  const values = document.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION ? (definition.values ?? []) : [],
  );
  return new Map(
    values.flatMap(({ name, directives }) => {
      const graph = directives?.find((directive) => directive.name.value === joinGraph);
      const agency = textOf(graph?.arguments, 'name');
      return agency === undefined ? [] : [[name.value, agency] as const];
    }),
  );
}

/** The types that set each context (https://specs.apollo.dev/context/v0.1). */
function typesByContext(
  types: ReadonlyMap<string, SupergraphType>,
  names: SupergraphNames,
): ReadonlyMap<string, readonly string[]> {
  const setters = [...types.values()].flatMap((type) =>
    type.directives
      .filter(({ name }) => name.value === names.context)
      .map((directive) => [textOf(directive.arguments, 'name') ?? '', type.name] as const),
  );
  const contexts = new Map<string, string[]>();
  for (const [context, type] of setters) contexts.set(context, [...(contexts.get(context) ?? []), type]);
  return contexts;
}
