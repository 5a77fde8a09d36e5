import type { DirectiveNode, FieldDefinitionNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** The agencies that give a type or a field, by `Type` or `Type.field`. */
export type FieldOwners = (coordinate: string) => readonly string[];

/**
 * Reads from a supergraph who gives what (https://specs.apollo.dev/join/v0.5): a field says so itself, or is given by
 * all that give its type.
 */
export function fieldOwners(sdl: string): FieldOwners {
  const owners = new Map<string, readonly string[]>();
  const { definitions } = parse(sdl, { noLocation: true });
  const names = new Map<string, string>();
  for (const definition of definitions)
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph')
      for (const { name, directives = [] } of definition.values ?? [])
        names.set(name.value, argumentOf(directives[0], 'name') ?? name.value);
  const graphsOf = (directives: readonly DirectiveNode[] = [], directive: string): readonly string[] =>
    directives
      .filter(({ name }) => name.value === directive)
      .flatMap((one) => names.get(argumentOf(one, 'graph') ?? '') ?? []);
  for (const definition of definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    const ofType = [...new Set(graphsOf(definition.directives, 'join__type'))];
    owners.set(type, ofType);
    const fields =
      'fields' in definition ? ((definition.fields ?? []) as readonly FieldDefinitionNode[]) : [];
    for (const { name, directives } of fields) {
      const own = graphsOf(directives, 'join__field');
      owners.set(`${type}.${name.value}`, own.length > 0 ? own : ofType);
    }
  }
  return (coordinate) => owners.get(coordinate) ?? [];
}

function argumentOf(directive: DirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
