import type {
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {
  GraphQLNonNull,
  GraphQLString,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { FetchDataRewrite } from '../../../supergraph/index.ts';
import type { ShownError } from '../data/index.ts';
import { invalidAnswer, SlotFailure } from '../data/index.ts';
import type { ErrorTree } from './error-tree.ts';
import { isLeafOf } from './leaf-check.ts';
import type { ProjectedField, ValueProjection } from './object-projection.ts';
import { ObjectProjection, refused } from './object-projection.ts';
import type { SelectedField } from './selected-field.ts';
import { covers, selectedFieldsOf } from './selected-field.ts';

/** Where a projection comes from. */
export interface ProjectionSource {
  /** The supergraph, with what is `@inaccessible`. */
  readonly schema: GraphQLSchema;
  readonly agency: string;
  /** Keys that the planner renamed because they would not merge, and that our data has by their old names. */
  readonly rewrites: readonly FetchDataRewrite[];
}

/**
 * Compiles what is done with an agency's objects: which keys are taken over, and what each value must be.
 *
 * @param typeName - what the objects are if they don't say so themselves
 */
export function compileObjectProjection(
  source: ProjectionSource,
  typeName: string,
  sets: readonly SelectionSetNode[],
): ObjectProjection {
  return new ProjectionCompiler(source).object(typeName, sets, source.rewrites);
}

class ProjectionCompiler {
  readonly #schema: GraphQLSchema;
  readonly #invalid: ShownError;

  constructor({ schema, agency }: ProjectionSource) {
    this.#schema = schema;
    this.#invalid = invalidAnswer(agency);
  }

  object(
    declaredType: string,
    sets: readonly SelectionSetNode[],
    rewrites: readonly FetchDataRewrite[],
  ): ObjectProjection {
    return new ObjectProjection({
      declaredType,
      invalid: this.#invalid,
      isPossible: (expected, named) => this.#isPossible(expected, named),
      fieldsOf: (typeName) => {
        const own = rewrites.flatMap((rewrite) => this.#forType(rewrite, typeName));
        const fields = selectedFieldsOf(this.#schema, typeName, sets);
        return fields.map((field) => this.#field(typeName, field, own));
      },
    });
  }

  /** An interface may be named for its objects: agencies with `@interfaceObject` know no more than that. */
  #isPossible(expected: string, named: string): boolean {
    if (!isObjectOrInterface(this.#schema.getType(named))) return false;
    return covers(this.#schema, expected, named) || covers(this.#schema, named, expected);
  }

  #field(typeName: string, field: SelectedField, rewrites: readonly FetchDataRewrite[]): ProjectedField {
    const type = this.#typeOf(typeName, field.name);
    const below = rewrites.filter(({ path }) => path[0] === field.key && path.length > 1).map(oneBelow);
    const renamed = rewrites.find(
      ({ path, kind }) => kind === 'KeyRenamer' && path[0] === field.key && path.length === 1,
    );
    const object = this.#objectOf(type, field, below);
    return {
      answerKey: field.key,
      key: renamed?.kind === 'KeyRenamer' ? renamed.renameKeyTo : field.key,
      isInherited: field.key in Object.prototype,
      isRequired: !field.isOptional,
      isNonNull: isNonNullType(type),
      project: field.name === '__typename' ? this.#typeName() : this.#value(type, object),
      object: isListType(unwrapped(type)) ? undefined : object,
    };
  }

  #objectOf(type: GraphQLOutputType, field: SelectedField, rewrites: readonly FetchDataRewrite[]) {
    const named = namedType(type);
    return isLeafType(named) ? undefined : this.object(named.name, field.selectionSets, rewrites);
  }

  #typeOf(typeName: string, fieldName: string): GraphQLOutputType {
    if (fieldName === '__typename') return new GraphQLNonNull(GraphQLString);
    const type = this.#schema.getType(typeName);
    const field = isObjectOrInterface(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new TypeError(`The supergraph has no field ${typeName}.${fieldName}.`);
    return field.type;
  }

  #value(type: GraphQLOutputType, object: ObjectProjection | undefined): ValueProjection {
    const nullable = unwrapped(type);
    if (isListType(nullable)) return this.#list(nullable.ofType, object);
    if (object) return (value, held, errors) => object.project(value, held, errors);
    if (!isLeafType(nullable)) throw new TypeError(`${nullable.toString()} has no selections.`);
    const isLeaf = isLeafOf(nullable);
    if (nullable.name === 'ID') return (value) => (isLeaf(value) ? String(value) : refused);
    return (value) => (isLeaf(value) ? value : refused);
  }

  /** Once an object's own type is known, no agency changes it. */
  #typeName(): ValueProjection {
    return (value, held) => {
      if (isObjectType(this.#schema.getType(String(held)))) return held;
      return typeof value === 'string' ? value : refused;
    };
  }

  #list(itemType: GraphQLOutputType, object: ObjectProjection | undefined): ValueProjection {
    const project = this.#value(itemType, object);
    const isNonNull = isNonNullType(itemType);
    const itemOf = (value: unknown, index: number, held: unknown, errors: ErrorTree | undefined): unknown => {
      const isNull = value === null || value === undefined;
      if (errors !== undefined && (isNull || errors.errors.length > 0)) {
        return new SlotFailure(errors.causes([index]));
      }
      if (isNull && !isNonNull) return null;
      const item = isNull ? refused : project(value, held, errors);
      return item === refused ? SlotFailure.at(index, this.#invalid) : item;
    };
    return (value, held, errors) => {
      if (!Array.isArray(value)) return refused;
      const items = Array.isArray(held) ? held : undefined;
      return value.map((item: unknown, index) => itemOf(item, index, items?.[index], errors?.child(index)));
    };
  }

  #forType(rewrite: FetchDataRewrite, typeName: string): readonly FetchDataRewrite[] {
    const [first, ...rest] = rewrite.path;
    if (first === undefined || !first.startsWith(fragmentPrefix)) return [rewrite];
    const condition = first.slice(fragmentPrefix.length);
    return covers(this.#schema, condition, typeName)
      ? this.#forType({ ...rewrite, path: rest }, typeName)
      : [];
  }
}

function isObjectOrInterface(type: unknown): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}

const fragmentPrefix = '... on ';

function oneBelow(rewrite: FetchDataRewrite): FetchDataRewrite {
  return { ...rewrite, path: rewrite.path.slice(1) };
}

function unwrapped(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) ? type.ofType : type;
}

function namedType(type: GraphQLOutputType): Exclude<GraphQLOutputType, { ofType: unknown }> {
  return 'ofType' in type ? namedType(type.ofType as GraphQLOutputType) : type;
}
