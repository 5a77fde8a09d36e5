import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  TypeNameMetaFieldDef,
} from 'graphql';

import { AnswerMismatch } from './answer-mismatch.ts';
import { isLeafValue } from './leaf-value.ts';
import type { SelectedField, SelectionScope } from './selected-fields.ts';
import { selectedFields } from './selected-fields.ts';

/** An answer cut to what was asked, or the first place where it has another shape. */
export type Projected =
  | { readonly kind: 'projected'; readonly data: Readonly<Record<string, unknown>> | null }
  | { readonly kind: 'invalid'; readonly path: readonly (string | number)[]; readonly reason: string };

/** Cuts answers to one operation's selections. */
export interface Projection {
  /** @param representations - the entities that were asked for, if the operation selects `_entities` */
  project(data: unknown, representations?: readonly unknown[]): Projected;
}

type Path = readonly (string | number)[];
type Answer = Readonly<Record<string, unknown>>;

/**
 * Compiles the projection of an operation over an agency's schema.
 *
 * What comes out has the keys that were selected for the object's type, and no others; the objects have no
 * prototype, so that a key such as `__proto__` is a key like any other. A missing key, a list in place of
 * an object, an object in place of a scalar, an unknown type name or a wrong number of entities makes the
 * whole answer invalid. Null is left where it stands: what it does to its parent is the engine's part.
 *
 * @param document - with one operation and without `@skip` and `@include`
 */
export function createProjection(schema: GraphQLSchema, document: DocumentNode): Projection {
  const operation = operationOf(document);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new TypeError(`The schema has no ${operation.operation}.`);
  const projector = new Projector({ schema, fragments: fragmentsOf(document) });
  return {
    project(data, representations = []) {
      try {
        if (data === null) return { kind: 'projected', data: null };
        const sets = [operation.selectionSet];
        return { kind: 'projected', data: projector.projectObject(root, sets, data, [], representations) };
      } catch (thrown) {
        if (!(thrown instanceof AnswerMismatch)) throw thrown;
        return { kind: 'invalid', path: thrown.path, reason: thrown.message };
      }
    },
  };
}

class Projector {
  readonly #scope: SelectionScope;
  readonly #fields = new WeakMap<SelectionSetNode, Map<string, ReadonlyMap<string, SelectedField>>>();

  constructor(scope: SelectionScope) {
    this.#scope = scope;
  }

  projectObject(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    value: unknown,
    path: Path,
    representations: readonly unknown[],
  ): Record<string, unknown> {
    if (!isAnswer(value)) throw new AnswerMismatch(path, 'an object');
    const projected: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const field of this.#fieldsOf(this.#runtimeType(type, sets, value, path), sets).values()) {
      const fieldPath = [...path, field.key];
      if (!Object.hasOwn(value, field.key)) throw new AnswerMismatch(fieldPath, 'the key');
      projected[field.key] = this.#projectField(field, value[field.key], fieldPath, representations);
    }
    return projected;
  }

  #projectField(field: SelectedField, value: unknown, path: Path, representations: readonly unknown[]) {
    return field.name === '_entities' && path.length === 1
      ? this.#projectEntities(field, value, path, representations)
      : this.#projectValue(field.type, field.selectionSets, value, path);
  }

  /** An entity is of the type that its representation names, whether or not its answer says so. */
  #projectEntities(
    field: SelectedField,
    value: unknown,
    path: Path,
    representations: readonly unknown[],
  ): unknown {
    if (value === null) return null;
    if (!Array.isArray(value) || value.length !== representations.length) {
      throw new AnswerMismatch(path, `a list of ${representations.length} entities`);
    }
    const union = getNamedType(field.type);
    return value.map((entity: unknown, index) => {
      const asked = this.#scope.schema.getType(typeNameOf(representations[index]) ?? '');
      const type = isCompositeType(asked) ? asked : union;
      return this.#projectValue(type, field.selectionSets, entity, [...path, index]);
    });
  }

  #projectValue(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    value: unknown,
    path: Path,
  ): unknown {
    if (isNonNullType(type)) return this.#projectValue(type.ofType, sets, value, path);
    if (value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) throw new AnswerMismatch(path, 'a list');
      return value.map((item: unknown, index) =>
        this.#projectValue(type.ofType, sets, item, [...path, index]),
      );
    }
    if (!isLeafType(type)) return this.projectObject(type, sets, value, path, []);
    if (!isLeafValue(type, value)) throw new AnswerMismatch(path, `a value of ${type.name}`);
    return value;
  }

  /** The object's own type: what the answer says where it was asked, else what the schema declares. */
  #runtimeType(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    value: Answer,
    path: Path,
  ): GraphQLCompositeType {
    const key = this.#typeNameKey(type, sets);
    if (key === undefined) return type;
    const answered = Object.hasOwn(value, key) ? value[key] : undefined;
    const named = typeof answered === 'string' ? this.#scope.schema.getType(answered) : undefined;
    if (named === type) return type;
    const isPossible = isAbstractType(type) && isCompositeType(named) && 'getFields' in named;
    if (isPossible && this.#scope.schema.isSubType(type, named)) return named;
    throw new AnswerMismatch([...path, key], `the name of a type that can be ${type.name}`);
  }

  #typeNameKey(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string | undefined {
    for (const { key, name } of this.#fieldsOf(type, sets).values()) {
      if (name === TypeNameMetaFieldDef.name) return key;
    }
    return undefined;
  }

  #fieldsOf(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
  ): ReadonlyMap<string, SelectedField> {
    const [only] = sets;
    if (only === undefined || sets.length > 1) return selectedFields(this.#scope, type, sets);
    const byType = this.#fields.get(only) ?? new Map<string, ReadonlyMap<string, SelectedField>>();
    const fields = byType.get(type.name) ?? selectedFields(this.#scope, type, sets);
    this.#fields.set(only, byType.set(type.name, fields));
    return fields;
  }
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('The document has no operation.');
  return operation;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function typeNameOf(representation: unknown): string | undefined {
  const name = isAnswer(representation) ? representation['__typename'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
