import type { GraphQLObjectType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import { getNamedType, isAbstractType, isCompositeType, isNonNullType, isObjectType } from 'graphql';

import type { ClientField, ShapeScope } from '../../shape/index.ts';
import { clientFields } from '../../shape/index.ts';
import type { ObjectLayout } from '../layout/index.ts';
import { Unspliceable } from '../unspliceable.ts';
import { decidingJoin } from './deciding-join.ts';
import type { FoundField, Place, Places } from './places.ts';
import { placeInside } from './places.ts';
import type { OutputMemo, OutputObject, OutputPart, OutputVariant, Target } from './splice-program.ts';

const maximumParts = 20_000;

/** Compiles how the client's answer is written from ranges of the agencies' answers. */
export class OutputCompiler {
  readonly #scope: ShapeScope;
  readonly #places: Places;
  readonly #targetsOf: (base: ObjectLayout) => readonly Target[];
  #parts = 0;
  #memos = 0;

  constructor(scope: ShapeScope, places: Places, targetsOf: (base: ObjectLayout) => readonly Target[]) {
    this.#scope = scope;
    this.#places = places;
    this.#targetsOf = targetsOf;
  }

  /**
   * @param type - what the client's schema says of the objects
   * @throws Unspliceable
   */
  object(place: Place, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): OutputObject {
    const { apiSchema } = this.#scope;
    const declared = getNamedType(type);
    return {
      variants: place.base.variants.map(({ typeName }, index) => {
        const own = apiSchema.getType(typeName);
        const isPossible =
          isObjectType(own) &&
          (own === declared || (isAbstractType(declared) && apiSchema.isSubType(declared, own)));
        return isPossible ? this.#variant(place, own, sets, index) : undefined;
      }),
    };
  }

  #variant(
    place: Place,
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    index: number,
  ): OutputVariant {
    const writing = new VariantWriting(place.base);
    for (const field of clientFields(this.#scope, type, sets)) this.#field(place, type, field, writing);
    this.#parts += writing.parts.length;
    if (this.#parts > maximumParts) throw new Unspliceable('There are too many fields.');
    return { ...writing.end(), memo: this.#memo(place.base, writing.parts, index) };
  }

  #memo(base: ObjectLayout, parts: readonly OpenPart[], variant: number): OutputMemo | undefined {
    const isTaken = parts.every(({ join, from, to, inside }) => join !== 0 || (from === to && !inside));
    const values = parts.map(({ join, from }) => ({ join, slot: from }));
    const join = isTaken ? decidingJoin(values, this.#targetsOf(base), variant) : undefined;
    return join === undefined ? undefined : { join, number: (this.#memos += 1) };
  }

  #field(
    place: Place,
    type: GraphQLObjectType,
    { responseName, node, selectionSets }: ClientField,
    writing: VariantWriting,
  ): void {
    const name = node.name.value;
    if (name === '__typename') return writing.constant(responseName, JSON.stringify(type.name));
    const key = this.#scope.keys.get(node);
    const declared = type.getFields()[name];
    if (key === undefined || !declared) throw new Unspliceable('The gateway answers a field by itself.');
    const [found, ...others] = this.#places.find(place, type.name, key, () => true);
    if (!found) throw new Unspliceable('No fetch covers a field.');
    const isComposite = isCompositeType(getNamedType(declared.type));
    if (others.length > 0 && (isComposite || !isNonNullType(declared.type))) {
      throw new Unspliceable('Several agencies answer one field.');
    }
    if (!isComposite) return writing.range(responseName, found);
    return this.#inside(place, found, writing, { responseName, type: declared.type, selectionSets });
  }

  #inside(
    place: Place,
    found: FoundField,
    writing: VariantWriting,
    { responseName, type, selectionSets }: InsideField,
  ): void {
    const inside = placeInside(place, found.field);
    const object = this.object(inside, type, selectionSets);
    if (object.variants.length === 1 && object.variants[0]?.isVerbatim) {
      return writing.range(responseName, found);
    }
    found.field.isKept = true;
    return writing.inside(responseName, found, object, inside.isList);
  }
}

interface InsideField {
  readonly responseName: string;
  readonly type: GraphQLOutputType;
  readonly selectionSets: readonly SelectionSetNode[];
}

/** The part that is being made: its last field may be followed by others of the same answer. */
interface OpenPart extends Omit<OutputPart, 'opening' | 'to'> {
  readonly opening: string;
  to: number;
  /** The index of its last field in the agency's object; -1 if nothing can follow. */
  last: number;
}

/** The writing of one type's objects, field by field; neighbours in an agency's answer stay together. */
class VariantWriting {
  readonly parts: OpenPart[] = [];
  readonly #base: ObjectLayout;
  /** What is to be written before the next value. */
  #pending = '{';
  #isFirst = true;
  #isVerbatim = true;
  #among = -1;

  constructor(base: ObjectLayout) {
    this.#base = base;
  }

  constant(responseName: string, value: string): void {
    this.#name(responseName);
    this.#pending += value;
    this.#isVerbatim = false;
  }

  range(responseName: string, { join, field, among }: FoundField): void {
    const previous = this.parts.at(-1);
    const isSameName = responseName === field.key;
    const follows = this.#pending === '' && previous?.join === join && previous.last + 1 === field.index;
    this.#among = among;
    if (previous && follows && isSameName && previous.last !== -1) {
      previous.to = field.slot;
      previous.last = field.index;
      return;
    }
    if (join !== 0 || !isSameName || field.index !== 0) this.#isVerbatim = false;
    this.#name(responseName);
    this.#add({ join, from: field.slot, to: field.slot, isList: false, inside: undefined }, field.index);
  }

  inside(responseName: string, { join, field }: FoundField, inside: OutputObject, isList: boolean): void {
    this.#isVerbatim = false;
    this.#name(responseName);
    this.#add({ join, from: field.slot, to: field.slot, isList, inside }, -1);
  }

  end(): Omit<OutputVariant, 'memo'> {
    const [only] = this.parts;
    const isWhole = this.parts.length === 1 && only?.last === this.#among - 1 && this.#pending === '';
    return {
      parts: this.parts.map(({ opening, join, from, to, isList, inside }) => {
        return { opening: Buffer.from(opening), join, from, to, isList, inside };
      }),
      closing: Buffer.from(`${this.#pending}}`),
      isVerbatim: this.#isVerbatim && isWhole && this.#base.variants.length === 1,
    };
  }

  #name(responseName: string): void {
    this.#pending += `${this.#isFirst ? '' : ','}${JSON.stringify(responseName)}:`;
    this.#isFirst = false;
  }

  #add(part: Omit<OpenPart, 'opening' | 'last'>, last: number): void {
    this.parts.push({ ...part, opening: this.#pending, last });
    this.#pending = '';
  }
}
