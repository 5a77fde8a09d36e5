import type { GraphQLObjectType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import {
  GraphQLEnumType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

import { failure, toGraphQLError } from '../../../errors/index.ts';
import type { DataRecord } from '../data/index.ts';
import { clientFields } from './client-fields.ts';
import type { ClientField } from './client-fields.ts';
import type { ShapeScope } from './shape-scope.ts';
import type { Completion } from './complete.ts';
import { completeSlot, missing } from './complete.ts';
import type { ObjectShape, ShapeField } from './object-shape.ts';
import { shapeObject } from './object-shape.ts';

/**
 * Compiles the client's answer: for each type of object its fields, their order, where in our data each
 * value is, and what it must be. Types are compiled when the first object of theirs comes by.
 */
export function compileShape(scope: ShapeScope): ObjectShape {
  const { apiSchema, parts } = scope;
  const root = apiSchema.getRootType(parts.operation.operation);
  if (!root) throw new TypeError(`The schema has no ${parts.operation.operation}.`);
  return new ShapeCompiler(scope).objectShape(root, [parts.operation.selectionSet]);
}

const unknownType = toGraphQLError(failure('SUBGRAPH_ANSWER_INVALID'));

class ShapeCompiler {
  readonly #scope: ShapeScope;

  constructor(scope: ShapeScope) {
    this.#scope = scope;
  }

  objectShape(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectShape {
    return clientFields(this.#scope, type, sets).map((field) => this.#field(type, field));
  }

  #field(type: GraphQLObjectType, { responseName, node, selectionSets }: ClientField): ShapeField {
    const name = node.name.value;
    if (name === '__typename') return { kind: 'constant', responseName, value: type.name };
    const key = this.#scope.keys.get(node);
    const declared = type.getFields()[name];
    if (key === undefined) return { kind: 'introspection', responseName };
    if (!declared) throw new TypeError(`The schema has no field ${type.name}.${name}.`);
    return {
      kind: isScalarType(unwrapped(declared.type)) ? 'scalar' : 'other',
      responseName,
      key,
      isNonNull: isNonNullType(declared.type),
      complete: this.#completion(unwrapped(declared.type), selectionSets),
    };
  }

  #completion(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Completion {
    if (isListType(type)) return this.#list(type.ofType, sets);
    if (isObjectType(type)) return this.#object(type, sets);
    if (isAbstractType(type)) return this.#abstract(type.name, sets);
    return type instanceof GraphQLEnumType ? enumCompletion(type) : (value) => value;
  }

  #list(itemType: GraphQLOutputType, sets: readonly SelectionSetNode[]): Completion {
    const isNonNull = isNonNullType(itemType);
    const complete = this.#completion(unwrapped(itemType), sets);
    return (value, context) => {
      const items = value as readonly unknown[];
      const shaped: unknown[] = [];
      for (const [index, item] of items.entries()) {
        const completed = completeSlot(item, index, index, isNonNull, complete, context);
        if (completed === missing) return missing;
        shaped.push(completed);
      }
      return shaped;
    };
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Completion {
    let shape: ObjectShape | undefined;
    return (value, context) => {
      shape ??= this.objectShape(type, sets);
      return shapeObject(shape, value as DataRecord, context);
    };
  }

  /** An object's own type has to be one that clients know. */
  #abstract(typeName: string, sets: readonly SelectionSetNode[]): Completion {
    const shapes = new Map<unknown, ObjectShape | undefined>();
    return (value, context) => {
      const record = value as DataRecord;
      const named = record['__typename'];
      if (!shapes.has(named)) shapes.set(named, this.#possibleShape(typeName, named, sets));
      const shape = shapes.get(named);
      if (shape) return shapeObject(shape, record, context);
      context.reportAt(unknownType, []);
      return missing;
    };
  }

  #possibleShape(
    abstract: string,
    named: unknown,
    sets: readonly SelectionSetNode[],
  ): ObjectShape | undefined {
    const { apiSchema } = this.#scope;
    const type = typeof named === 'string' ? apiSchema.getType(named) : undefined;
    const declared = apiSchema.getType(abstract);
    const isPossible = isObjectType(type) && isAbstractType(declared) && apiSchema.isSubType(declared, type);
    return isPossible ? this.objectShape(type, sets) : undefined;
  }
}

/** Agencies may know values that clients may not see. */
function enumCompletion(type: GraphQLEnumType): Completion {
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value, context) => {
    if (values.has(value)) return value;
    context.reportAt(unknownType, []);
    return missing;
  };
}

function unwrapped(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) ? type.ofType : type;
}
