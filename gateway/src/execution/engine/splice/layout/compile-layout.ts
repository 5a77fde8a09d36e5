import type {
  GraphQLCompositeType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {
  GraphQLNonNull,
  GraphQLString,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';

import type { SelectedField } from '../../answers/index.ts';
import { selectedFieldsOf } from '../../answers/index.ts';
import { Unspliceable } from '../unspliceable.ts';
import type { FieldLayout, ObjectLayout, ValueLayout, VariantLayout } from './answer-layout.ts';
import { record, slot } from './answer-layout.ts';

/** The schemas that layouts are compiled over. */
export interface LayoutSchemas {
  /** The supergraph, with what is `@inaccessible`. */
  readonly full: GraphQLSchema;
  /** What clients see. */
  readonly api: GraphQLSchema;
}

/** More than any hand-written operation has; an interface with many types in several levels may exceed it. */
const maximumFields = 5000;

const scalarKinds: ReadonlyMap<string, ValueLayout['kind']> = new Map([
  ['String', 'text'],
  ['ID', 'text'],
  ['Int', 'integer'],
  ['Float', 'number'],
  ['Boolean', 'boolean'],
]);

/** Compiles what the answers to an agency's operations look like, byte by byte where that is known. */
export class LayoutCompiler {
  readonly #schemas: LayoutSchemas;
  #fields = 0;

  constructor(schemas: LayoutSchemas) {
    this.#schemas = schemas;
  }

  /** @throws Unspliceable */
  object(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectLayout {
    if (isObjectType(type)) return objectLayout(false, [this.#variant(type, sets)]);
    const types = this.#schemas.full.getPossibleTypes(type);
    const variants = types.map((possible) => this.#variant(possible, sets));
    const isNamed = variants.every(({ fields }) => fields[0]?.key === '__typename');
    if (!isNamed) throw new Unspliceable('An abstract object does not begin with its type.');
    return objectLayout(true, variants);
  }

  /** The entities that an operation asks for, of each type that it names. @throws Unspliceable */
  entities(selections: SelectionSetNode): ObjectLayout {
    const types = new Set(selections.selections.flatMap((selection) => this.#typesOf(selection)));
    return objectLayout(
      false,
      [...types].map((type) => this.#variant(type, [selections])),
    );
  }

  #typesOf(selection: SelectionSetNode['selections'][number]): readonly GraphQLObjectType[] {
    const { full } = this.#schemas;
    const isFragment = selection.kind === Kind.INLINE_FRAGMENT;
    const type = full.getType((isFragment && selection.typeCondition?.name.value) || '');
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? full.getPossibleTypes(type) : [];
  }

  #variant(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): VariantLayout {
    const selected = selectedFieldsOf(this.#schemas.full, type.name, sets);
    this.#fields += selected.length;
    if (this.#fields > maximumFields) throw new Unspliceable('There are too many fields.');
    return {
      typeName: type.name,
      name: Buffer.from(JSON.stringify(type.name)),
      fields: selected.map((field, index) => this.#field(type, field, index)),
    };
  }

  #field(type: GraphQLObjectType, field: SelectedField, index: number): FieldLayout {
    const { key } = field;
    const value =
      field.name === '__typename'
        ? this.#choice([type.name], new GraphQLNonNull(GraphQLString))
        : this.#value(fieldType(type, field.name), field.selectionSets);
    return {
      key,
      index,
      opening: Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`),
      value,
      slot: record.fields + index * slot.size,
      isKept: false,
    };
  }

  #value(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): ValueLayout {
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) {
      return valueLayout('list', type, { item: this.#value(nullable.ofType, sets) });
    }
    if (isCompositeType(nullable)) {
      return valueLayout('object', type, { object: this.object(nullable, sets) });
    }
    return isLeafType(nullable) ? this.#leaf(nullable, type) : valueLayout('scalar', type, {});
  }

  /** Values of an enum that clients don't know are left to the engine that works with objects. */
  #leaf(leaf: GraphQLLeafType, type: GraphQLOutputType): ValueLayout {
    const shown = this.#schemas.api.getType(leaf.name) ?? leaf;
    if (isEnumType(shown)) {
      return this.#choice(
        shown.getValues().map(({ name }) => name),
        type,
      );
    }
    return valueLayout(scalarKinds.get(leaf.name) ?? 'scalar', type, {});
  }

  #choice(names: readonly string[], type: GraphQLOutputType): ValueLayout {
    return valueLayout('choice', type, { choices: names.map((name) => Buffer.from(JSON.stringify(name))) });
  }
}

function objectLayout(isNamed: boolean, variants: readonly VariantLayout[]): ObjectLayout {
  const most = Math.max(0, ...variants.map(({ fields }) => fields.length));
  return { isNamed, variants, fieldsEnd: record.fields + most * slot.size, joins: [] };
}

function valueLayout(
  kind: ValueLayout['kind'],
  type: GraphQLOutputType,
  { choices = [], object, item }: Partial<ValueLayout>,
): ValueLayout {
  return { kind, isNullable: !isNonNullType(type), choices, object, item };
}

function fieldType(type: GraphQLObjectType, name: string): GraphQLOutputType {
  const field = type.getFields()[name];
  if (!field) throw new TypeError(`The supergraph has no field ${type.name}.${name}.`);
  return field.type;
}
