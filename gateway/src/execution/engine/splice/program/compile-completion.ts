import type { GraphQLObjectType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { ClientField, ShapeScope } from '../../shape/index.ts';
import { clientFields } from '../../shape/index.ts';
import { Unspliceable } from '../unspliceable.ts';
import type { CompletedField, CompletedObject, CompletedValue } from './completed-object.ts';
import type { Place, Places } from './places.ts';
import { placeInside } from './places.ts';

/** Compiles how the client's answer is completed where values are missing or have errors. */
export class CompletionCompiler {
  readonly #scope: ShapeScope;
  readonly #places: Places;
  readonly #agencyOf: (place: Place, join: number) => string;

  /** @param agencyOf - whose answer is joined there; 0 stands for the answer that holds the place itself */
  constructor(scope: ShapeScope, places: Places, agencyOf: (place: Place, join: number) => string) {
    this.#scope = scope;
    this.#places = places;
    this.#agencyOf = agencyOf;
  }

  /** @throws Unspliceable */
  object(place: Place, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): CompletedObject {
    const { apiSchema } = this.#scope;
    const declared = getNamedType(type);
    return {
      variants: place.base.variants.map(({ typeName }) => {
        const own = apiSchema.getType(typeName);
        const isPossible =
          isObjectType(own) &&
          (own === declared || (isAbstractType(declared) && apiSchema.isSubType(declared, own)));
        if (!isPossible) return undefined;
        return clientFields(this.#scope, own, sets).map((field) => this.#field(place, own, field));
      }),
    };
  }

  #field(
    place: Place,
    type: GraphQLObjectType,
    { responseName, node, selectionSets }: ClientField,
  ): CompletedField {
    const name = node.name.value;
    const opening = `${JSON.stringify(responseName)}:`;
    if (name === '__typename') {
      return { kind: 'constant', text: Buffer.from(`${opening}${JSON.stringify(type.name)}`) };
    }
    const key = this.#scope.keys.get(node);
    const declared = type.getFields()[name];
    const [found, ...others] = key === undefined ? [] : this.#places.find(place, type.name, key, () => true);
    if (key === undefined || !declared || !found) throw new Unspliceable('No fetch covers a field.');
    const isComposite = isCompositeType(getNamedType(declared.type));
    return {
      kind: 'data',
      opening: Buffer.from(opening),
      responseName,
      key,
      agency: this.#agencyOf(place, found.join),
      join: found.join,
      slot: found.field.slot,
      layout: found.field,
      hasOthers: others.length > 0,
      isNonNull: isNonNullType(declared.type),
      inside: isComposite
        ? this.#inside(placeInside(place, found.field), declared.type, selectionSets)
        : undefined,
    };
  }

  #inside(
    place: Place & { readonly isList: boolean },
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
  ): CompletedValue {
    const nullable = isNonNullType(type) ? type.ofType : type;
    const isItemNonNull = isListType(nullable) && isNonNullType(nullable.ofType);
    return { object: this.object(place, type, sets), isList: place.isList, isItemNonNull };
  }
}
