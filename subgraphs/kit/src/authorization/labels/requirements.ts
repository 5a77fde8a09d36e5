import { Kind } from 'graphql';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  TypeNode,
} from 'graphql';

import { entityKeys, federationNames } from '../../schema/index.ts';
import type { FederationNames } from '../../schema/index.ts';
import { labelsAmong } from './label.ts';
import type { Label } from './label.ts';

/** What a field needs. Fields that need the same share one. */
export interface Requirement {
  readonly name: string;
  /** All are needed. */
  readonly all: readonly Label[];
}

/** `open`: shows nothing by itself. `unlabelled`: nobody said what it shows. */
export type FieldRequirement = Requirement | 'open' | 'unlabelled';

/** What each field of the object types of a schema needs, by `Type.field`. */
export type Requirements = ReadonlyMap<string, FieldRequirement>;

/** A type as it is written, with what its extensions add. */
interface WrittenType {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'leaf';
  readonly directives: ConstDirectiveNode[];
  readonly interfaces: string[];
  readonly fields: FieldDefinitionNode[];
}

/**
 * Works out what each field needs, as the gateway does: its own label, its type's, those of the interfaces' fields
 * that it implements, and that of the scalar or enum that it returns, all together. Fields of keys, `id`, what only
 * carries pages and what another agency owns show nothing by themselves, as long as nothing labels them.
 */
export function requirementsOf(document: DocumentNode): Requirements {
  const names = federationNames(document);
  const types = writtenTypes(document);
  const keys = keyFields(document);
  const shared = new Map<string, Requirement>();
  const requirementOf = (type: WrittenType, field: FieldDefinitionNode): FieldRequirement => {
    const labels = labelsOf(type, field, types, names);
    if (labels.length > 0) return intern(labels, shared);
    return isOpen(type, field, keys, names) ? 'open' : 'unlabelled';
  };
  return new Map(
    [...types.values()]
      .filter(({ kind }) => kind === 'object')
      .flatMap((type) =>
        type.fields.map((field) => [`${type.name}.${field.name.value}`, requirementOf(type, field)] as const),
      ),
  );
}

function labelsOf(
  type: WrittenType,
  field: FieldDefinitionNode,
  types: ReadonlyMap<string, WrittenType>,
  names: FederationNames,
): readonly Label[] {
  const returned = types.get(namedTypeOf(field.type));
  const implemented = type.interfaces.flatMap((name) =>
    (types.get(name)?.fields ?? []).filter((one) => one.name.value === field.name.value),
  );
  const places = [field, type, ...implemented, ...(returned?.kind === 'leaf' ? [returned] : [])];
  return places.flatMap(({ directives }) => labelsAmong(directives, names));
}

/** Of two schemas' fields that need the same, one requirement, so that what is remembered of it serves both. */
function intern(labels: readonly Label[], shared: Map<string, Requirement>): Requirement {
  const different = new Map(labels.map((label) => [JSON.stringify(label), label]));
  const name = [...different.keys()].toSorted().join(' and ');
  const requirement = shared.get(name) ?? { name, all: [...different.values()] };
  shared.set(name, requirement);
  return requirement;
}

function isOpen(
  type: WrittenType,
  field: FieldDefinitionNode,
  keys: ReadonlySet<string>,
  { external }: FederationNames,
): boolean {
  const name = field.name.value;
  const isPaging = type.name === 'PageInfo' || /(Connection|Edge)$/.test(type.name);
  const isOfAnother = (field.directives ?? []).some((directive) => directive.name.value === external);
  return keys.has(`${type.name}.${name}`) || name === 'id' || isPaging || isOfAnother;
}

/** The outermost fields of all keys; what lies below belongs to other types, which label it themselves. */
function keyFields(document: DocumentNode): ReadonlySet<string> {
  const fields = [...entityKeys(document)].flatMap(([type, keys]) =>
    keys.flatMap((key) =>
      key.selections.flatMap((one) => (one.kind === Kind.FIELD ? [`${type}.${one.name.value}`] : [])),
    ),
  );
  return new Set(fields);
}

function writtenTypes(document: DocumentNode): ReadonlyMap<string, WrittenType> {
  const types = new Map<string, WrittenType>();
  for (const node of document.definitions) {
    const kind = kindOf(node);
    if (kind === null || !('name' in node) || node.name === undefined) continue;
    const name = node.name.value;
    const type = types.get(name) ?? { name, kind, directives: [], interfaces: [], fields: [] };
    types.set(name, type);
    if ('directives' in node) type.directives.push(...((node.directives ?? []) as ConstDirectiveNode[]));
    if ('interfaces' in node) type.interfaces.push(...(node.interfaces ?? []).map((one) => one.name.value));
    if ('fields' in node) type.fields.push(...((node.fields ?? []) as FieldDefinitionNode[]));
  }
  return types;
}

const kinds: Readonly<Partial<Record<Kind, WrittenType['kind']>>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.OBJECT_TYPE_EXTENSION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
  [Kind.SCALAR_TYPE_DEFINITION]: 'leaf',
  [Kind.SCALAR_TYPE_EXTENSION]: 'leaf',
  [Kind.ENUM_TYPE_DEFINITION]: 'leaf',
  [Kind.ENUM_TYPE_EXTENSION]: 'leaf',
};

function kindOf({ kind }: DefinitionNode): WrittenType['kind'] | null {
  return kinds[kind] ?? null;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
