import { Kind } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, EnumTypeDefinitionNode } from 'graphql';

/** Who owns a subgraph, by the name that the supergraph gives it, and where that subgraph answers. */
export interface Agency {
  readonly name: string;
  readonly url: string;
}

/**
 * The agencies that a supergraph names, in its order: the values of the enum `join__Graph`, each with
 * `@join__graph(name:, url:)` (https://specs.apollo.dev/join/v0.5).
 */
export function agenciesOf({ definitions }: DocumentNode): readonly Agency[] {
  const graphs = definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  return (graphs?.values ?? []).flatMap((value) => (value.directives ?? []).map(agencyOf));
}

function agencyOf(directive: ConstDirectiveNode): Agency {
  return { name: textArgument(directive, 'name'), url: textArgument(directive, 'url') };
}

function textArgument(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
