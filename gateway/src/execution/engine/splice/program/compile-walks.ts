import type { QueryPlanSelectionNode } from '../../../../supergraph/index.ts';
import type { GraphQLSchema } from 'graphql';

import { covers } from '../../answers/index.ts';
import type { CompiledFetch, EntityFetch } from '../../fetches/index.ts';
import type { ObjectLayout, VariantLayout } from '../layout/index.ts';
import { Unspliceable } from '../unspliceable.ts';
import { decidingJoin } from './deciding-join.ts';
import type { FoundField, Place, Places } from './places.ts';
import { joinSlot, placeInside } from './places.ts';
import type { EntityInput, EntityInputs, Hop, Target, Walk } from './splice-program.ts';

/** An entity fetch and where it stands among the others. */
export interface PlacedFetch {
  readonly index: number;
  readonly compiled: CompiledFetch;
  readonly entities: EntityFetch;
  readonly layout: ObjectLayout;
  /** The fetches that have been answered when it begins. */
  readonly earlier: ReadonlySet<number>;
}

/** Compiles the ways from the root to the entities that fetches complete, and how these are represented. */
export class WalkCompiler {
  readonly #schema: GraphQLSchema;
  readonly #places: Places;
  readonly #targets = new Map<ObjectLayout, Target[]>();
  #hops = 0;
  #numbers = 0;

  constructor(schema: GraphQLSchema, places: Places) {
    this.#schema = schema;
    this.#places = places;
  }

  /** @throws Unspliceable */
  walks(root: Place, fetch: PlacedFetch): readonly Walk[] {
    return fetch.compiled.paths.map((path) => {
      const keys = path.filter((key) => key !== '@');
      if (keys.length === 0) throw new Unspliceable('Entities stand at the root.');
      return this.#walk(root, keys, fetch);
    });
  }

  /** What fetches complete these objects, as far as their walks are compiled. */
  targetsOf(base: ObjectLayout): readonly Target[] {
    return this.#targets.get(base) ?? [];
  }

  #walk(place: Place, keys: readonly string[], fetch: PlacedFetch): Walk {
    return { hops: place.base.variants.map((variant) => this.#hop(place, variant, keys, fetch)) };
  }

  #hop(
    place: Place,
    { typeName }: VariantLayout,
    [key = '', ...rest]: readonly string[],
    fetch: PlacedFetch,
  ): Hop | undefined {
    const [found, ...others] = this.#find(place, typeName, key, fetch);
    if (!found) return undefined;
    if (others.length > 0) throw new Unspliceable('Several agencies answer parts of one object.');
    found.field.isKept = true;
    const inside = placeInside(place, found.field);
    const isThere = rest.length === 0;
    return {
      number: (this.#hops += 1),
      join: found.join,
      slot: found.field.slot,
      isList: inside.isList,
      next: isThere ? undefined : this.#walk(inside, rest, fetch),
      target: isThere ? this.#target(inside, fetch) : undefined,
    };
  }

  #target(place: Place, fetch: PlacedFetch): Target {
    const { base } = place;
    const inputs = base.variants.map((variant) => this.#inputs(place, variant.typeName, fetch));
    const others = this.targetsOf(base).filter(({ join }) =>
      fetch.earlier.has(base.joins[join - base.fieldsEnd] ?? -1),
    );
    const target = {
      number: (this.#numbers += 1),
      join: joinSlot(base, fetch.index),
      decidedBy: inputs.map((own, variant) => (own && decidingJoin(own.values, others, variant)) ?? 0),
      inputs,
    };
    this.#targets.set(base, [...this.targetsOf(base), target]);
    return target;
  }

  #inputs(place: Place, typeName: string, fetch: PlacedFetch): EntityInputs | undefined {
    const variant = fetch.layout.variants.findIndex((candidate) => candidate.typeName === typeName);
    const fields = inputFields(this.#schema, fetch.entities.inputs, typeName);
    if (variant === -1 || fields.length === 0) return undefined;
    const values: EntityInput[] = [];
    let opening = '{';
    for (const { name, isNested } of distinct(fields)) {
      if (isNested) throw new Unspliceable('A key has an object in it.');
      opening += `${opening.length > 1 || values.length > 0 ? ',' : ''}${JSON.stringify(name)}:`;
      if (name === '__typename') {
        opening += JSON.stringify(typeName);
        continue;
      }
      const { join, field } = this.#input(place, typeName, name, fetch);
      values.push({ opening: Buffer.from(opening), join, slot: field.slot });
      opening = '';
    }
    return { variant, values, closing: Buffer.from(`${opening}}`) };
  }

  #input(place: Place, typeName: string, key: string, fetch: PlacedFetch): FoundField {
    const [found] = this.#find(place, typeName, key, fetch);
    if (!found) throw new Unspliceable('A key is not among the answers.');
    return found;
  }

  #find(place: Place, typeName: string, key: string, { earlier }: PlacedFetch): readonly FoundField[] {
    return this.#places.find(place, typeName, key, (fetch) => earlier.has(fetch));
  }
}

interface InputField {
  readonly name: string;
  readonly isNested: boolean;
}

function inputFields(
  schema: GraphQLSchema,
  inputs: readonly QueryPlanSelectionNode[],
  typeName: string,
): readonly InputField[] {
  return inputs.flatMap((input) => {
    if (input.kind === 'Field') {
      return [{ name: input.alias ?? input.name, isNested: input.selections !== undefined }];
    }
    const applies = covers(schema, input.typeCondition, typeName);
    return applies ? inputFields(schema, input.selections, typeName) : [];
  });
}

function distinct(fields: readonly InputField[]): Iterable<InputField> {
  return new Map(fields.map((field) => [field.name, field])).values();
}
