import type { ASTNode, DocumentNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';

type Member = FieldDefinitionNode | InputValueDefinitionNode;

/** The schema coordinate (`Type` or `Type.field`) of what stands at an offset of a schema's text. */
export function coordinateAt(document: DocumentNode, offset: number): string | undefined {
  const definition = document.definitions.find((candidate) => covers(candidate, offset));
  if (definition === undefined || !('name' in definition) || definition.name === undefined) return undefined;
  const member = membersOf(definition).find((candidate) => covers(candidate, offset));
  return member ? `${definition.name.value}.${member.name.value}` : definition.name.value;
}

function membersOf(definition: ASTNode): readonly Member[] {
  return 'fields' in definition ? ((definition.fields ?? []) as readonly Member[]) : [];
}

function covers(node: ASTNode, offset: number): boolean {
  return node.loc !== undefined && node.loc.start <= offset && offset < node.loc.end;
}
