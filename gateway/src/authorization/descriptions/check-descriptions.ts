import type { DefinitionNode, Location, NameNode, StringValueNode } from 'graphql';
import { isTypeSystemDefinitionNode, isTypeSystemExtensionNode } from 'graphql';

import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import { placeOf, schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';

/** A part of a schema that a client can meet, and what stands inside it. */
interface Described {
  readonly kind: string;
  readonly loc?: Location | undefined;
  readonly name: NameNode;
  readonly description?: StringValueNode | undefined;
  readonly fields?: readonly Described[] | undefined;
  readonly arguments?: readonly Described[] | undefined;
  readonly values?: readonly Described[] | undefined;
}

/**
 * Checks that every type, field, argument, enum value, input field and directive of every schema is described.
 * An extension needs no description of its own; what it adds does.
 */
export function checkDescriptions(subgraphs: readonly SubgraphSchema[]): readonly SchemaProblem[] {
  return subgraphs.flatMap((schema) => {
    const { subgraph, document } = schemaDocument(schema);
    return document.definitions.filter(isDescribed).flatMap((definition) => {
      const own = definition.kind.endsWith('Extension')
        ? []
        : missing(subgraph, definition, definition.name.value);
      return [...own, ...inside(subgraph, definition, definition.name.value)];
    });
  });
}

function inside(subgraph: string, parent: Described, coordinate: string): readonly SchemaProblem[] {
  const members = [...(parent.fields ?? []), ...(parent.values ?? [])].flatMap((member) => {
    const path = `${coordinate}.${member.name.value}`;
    return [...missing(subgraph, member, path), ...inside(subgraph, member, path)];
  });
  const parameters = (parent.arguments ?? []).flatMap((argument) =>
    missing(subgraph, argument, `${coordinate}(${argument.name.value}:)`),
  );
  return [...members, ...parameters];
}

function missing(subgraph: string, node: Described, coordinate: string): readonly SchemaProblem[] {
  if ((node.description?.value ?? '').trim() !== '') return [];
  return [
    {
      code: 'DESCRIPTION_MISSING',
      message: 'There is no description.',
      remedy: entryOf('DESCRIPTION_MISSING').remedy,
      subgraph,
      coordinate,
      ...placeOf(node),
    },
  ];
}

function isDescribed(node: DefinitionNode): node is DefinitionNode & Described {
  return isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node) ? 'name' in node : false;
}
