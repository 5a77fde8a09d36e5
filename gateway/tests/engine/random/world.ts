import { chanceOf } from './chance.ts';
import type { RandomField, RandomSchema } from './random-schema.ts';

/** An object of the random world: what it is and which one says everything about it. */
export interface Thing {
  readonly __typename: string;
  readonly id: string;
  readonly code: string;
}

/** Values, nulls and errors of a schema's fields, determined by the seed, the object and the arguments. */
export class World {
  readonly #schema: RandomSchema;
  readonly #seed: number;
  readonly #errorRate: number;

  constructor(schema: RandomSchema, seed: number) {
    this.#schema = schema;
    this.#seed = seed;
    this.#errorRate = seed % 3 === 0 ? 0 : 0.06;
  }

  /** @throws Error if the field fails for this object */
  valueOf(owner: Partial<Thing>, field: RandomField, argument: number): unknown {
    const place = `${this.#seed} ${owner['__typename']} ${owner.id} ${field.name} ${argument}`;
    if (chanceOf(`error ${place}`).is(this.#errorRate)) throw new Error(`No ${field.name}.`);
    return this.#typed(field.type, field.base, place);
  }

  /** What a field is that is computed of another one's value. */
  derived(input: unknown): string {
    return `of ${JSON.stringify(input ?? null)}`;
  }

  thing(typeName: string, id: string): Thing {
    return { __typename: typeName, id, code: `c-${id}` };
  }

  #typed(type: string, base: string, place: string): unknown {
    if (type.endsWith('!')) return this.#present(type.slice(0, -1), base, place);
    return chanceOf(`null ${place}`).is(0.15) ? null : this.#present(type, base, place);
  }

  #present(type: string, base: string, place: string): unknown {
    if (!type.startsWith('[')) return this.#single(base, place);
    const length = chanceOf(`length ${place}`).below(4);
    return Array.from({ length }, (_, index) => this.#typed(type.slice(1, -1), base, `${place} ${index}`));
  }

  #single(base: string, place: string): unknown {
    const chance = chanceOf(`value ${place}`);
    switch (base) {
      case 'Int':
        return chance.below(1000) - 500;
      case 'Float':
        return chance.below(1000) / 8;
      case 'Boolean':
        return chance.is(0.5);
      case 'Mood':
        return chance.pick(['HAPPY', 'SAD']);
      case 'String':
      case 'ID':
        return `${base} ${chance.below(100)}`;
      default:
        return this.thing(
          chance.pick(this.#schema.unions.get(base) ?? this.#schema.interfaces.get(base) ?? [base]),
          `${chance.below(4)}`,
        );
    }
  }
}
