import { Kind } from 'graphql';
import type { DocumentNode, ObjectTypeDefinitionNode, ObjectTypeExtensionNode } from 'graphql';

export type ObjectTypeNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The object types of a schema as they are written; one that is extended has several nodes. */
export function objectTypes(document: DocumentNode): readonly ObjectTypeNode[] {
  return document.definitions.filter(
    (node): node is ObjectTypeNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}
