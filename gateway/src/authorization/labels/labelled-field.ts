import type {
  ConstDirectiveNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  InterfaceTypeExtensionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
} from 'graphql';
import { Kind } from 'graphql';

import { linkedNames } from '../../supergraph/index.ts';
import type { SchemaDocument } from '../schema-document.ts';
import type { Label } from './label.ts';
import { labelOf } from './label.ts';

/** A field as an agency's schema labels it. */
export interface LabelledField {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
  readonly node: FieldDefinitionNode;
  readonly kind: 'object' | 'interface';
  readonly interfaces: readonly string[];
  /** The field's own label, else its type's, else nothing. */
  readonly label: Label | undefined;
  /** Its type's. */
  readonly typeLabel: Label | undefined;
  /** Part of a key of its type: it names the entity and shows nothing of it. */
  readonly isKey: boolean;
  /** Declared only so that other fields can refer to it; another agency owns it. */
  readonly isExternal: boolean;
}

type TypeNode =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/** Everything that a schema says of one type, its extensions included. */
interface TypeParts {
  readonly name: string;
  readonly nodes: readonly TypeNode[];
  readonly directives: readonly ConstDirectiveNode[];
}

/** All fields of a schema's objects and interfaces with their effective labels, directives resolved through `@link`. */
export function labelledFields({ subgraph, document }: SchemaDocument): readonly LabelledField[] {
  const names = linkedNames(document);
  const [policy, key, external] = ['policy', 'key', 'external'].map((name) => names.directive(name));
  const labelIn = (directives: readonly ConstDirectiveNode[]) => {
    const applied = directives.find(({ name }) => name.value === policy);
    return applied && labelOf(applied);
  };
  const fieldsOf = (parts: TypeParts): readonly LabelledField[] => {
    const typeLabel = labelIn(parts.directives);
    const keys = keyFields(parts.directives.filter(({ name }) => name.value === key));
    const interfaces = parts.nodes.flatMap((node) => (node.interfaces ?? []).map(({ name }) => name.value));
    return parts.nodes.flatMap((typeNode) =>
      (typeNode.fields ?? []).map((node) => ({
        subgraph,
        type: parts.name,
        field: node.name.value,
        node,
        kind: kindOf(typeNode),
        interfaces,
        label: labelIn(node.directives ?? []) ?? typeLabel,
        typeLabel,
        isKey: keys.has(node.name.value),
        isExternal: (node.directives ?? []).some(({ name }) => name.value === external),
      })),
    );
  };
  return typesOf(document.definitions.filter(isTypeNode)).flatMap(fieldsOf);
}

function typesOf(nodes: readonly TypeNode[]): readonly TypeParts[] {
  const names = new Set(nodes.map(({ name }) => name.value));
  return [...names].map((name) => {
    const parts = nodes.filter((node) => node.name.value === name);
    return { name, nodes: parts, directives: parts.flatMap(({ directives }) => directives ?? []) };
  });
}

function isTypeNode(node: { readonly kind: Kind }): node is TypeNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function kindOf({ kind }: TypeNode): 'object' | 'interface' {
  return kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION ? 'object' : 'interface';
}

/** The words of the key's field set; a nested selection's words are other types' fields and do no harm here. */
function keyFields(keys: readonly ConstDirectiveNode[]): ReadonlySet<string> {
  const texts = keys.map((directive) => {
    const value = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
    return value?.kind === Kind.STRING ? value.value : '';
  });
  return new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
}
