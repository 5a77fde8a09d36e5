import { Chance } from './chance.ts';

/** A field of a random schema. */
export interface RandomField {
  readonly name: string;
  /** The type without lists and exclamation marks. */
  readonly base: string;
  /** The type as written: `[E1!]!`. */
  readonly type: string;
  readonly takesArgument: boolean;
  /** The field of the same type of which the value is computed. */
  readonly requires?: string;
  /** The agencies that answer it. */
  readonly owners: readonly string[];
}

/** An object type of a random schema. */
export interface RandomType {
  readonly name: string;
  readonly isEntity: boolean;
  readonly interfaces: readonly string[];
  readonly fields: readonly RandomField[];
  /** By which of its two keys each agency knows it. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** A schema before it is split. */
export interface RandomSchema {
  readonly agencies: readonly string[];
  readonly types: readonly RandomType[];
  readonly query: readonly RandomField[];
  /** Members by name of the union or interface. */
  readonly unions: ReadonlyMap<string, readonly string[]>;
  readonly interfaces: ReadonlyMap<string, readonly string[]>;
}

const scalars = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Mood'];

/** Makes a schema of entities, value types, an interface and a union over two or three agencies. */
export function randomSchema(seed: number): RandomSchema {
  const chance = new Chance(seed);
  const agencies = ['a', 'b', 'c'].slice(0, 2 + chance.below(2));
  const entities = ['E0', 'E1', 'E2'].slice(0, 2 + chance.below(2));
  const values = ['V0', 'V1'].slice(0, 1 + chance.below(2));
  const chosen = [...chance.some(entities, 0.7), ...chance.some(values, 0.3)];
  const implementers = chosen.length > 1 ? chosen : [];
  const members = [...chance.some(entities, 0.6), ...chance.some(values, 0.5)];
  const interfaces = new Map(implementers.length > 0 ? [['I0', implementers]] : []);
  const unions = new Map(members.length > 1 ? [['U0', members]] : []);
  const composites = [...entities, ...values, ...interfaces.keys(), ...unions.keys()];
  const make = new FieldMaker(chance, agencies, composites);
  const types = [
    ...entities.map((name) => make.entity(name, implementers.includes(name))),
    ...values.map((name) => make.value(name, implementers.includes(name))),
  ];
  const query = Array.from({ length: 3 + chance.below(3) }, (_, index) =>
    make.field(`q${index}`, { isRoot: true }),
  );
  return { agencies, types, query, unions, interfaces };
}

class FieldMaker {
  readonly #chance: Chance;
  readonly #agencies: readonly string[];
  readonly #composites: readonly string[];

  constructor(chance: Chance, agencies: readonly string[], composites: readonly string[]) {
    this.#chance = chance;
    this.#agencies = agencies;
    this.#composites = composites;
  }

  entity(name: string, isImplementer: boolean): RandomType {
    const fields = Array.from({ length: 3 + this.#chance.below(4) }, (_, index) =>
      this.field(`f${index}`, {}),
    );
    const derived = this.#derived(fields);
    const [first, ...others] = this.#agencies;
    const keys = new Map(
      others.map((agency) => [agency, this.#chance.pick([['id'], ['code'], ['id', 'code']])]),
    );
    keys.set(first ?? '', ['id', 'code']);
    const interfaces = isImplementer ? ['I0'] : [];
    return { name, isEntity: true, interfaces, fields: [...fields, ...derived], keys };
  }

  value(name: string, isImplementer: boolean): RandomType {
    const fields = Array.from({ length: 2 + this.#chance.below(2) }, (_, index) =>
      this.field(`v${index}`, { owners: this.#agencies, isFlat: this.#chance.is(0.6) }),
    );
    return { name, isEntity: false, interfaces: isImplementer ? ['I0'] : [], fields, keys: new Map() };
  }

  field(
    name: string,
    {
      isRoot = false,
      isFlat = false,
      owners,
    }: { isRoot?: boolean; isFlat?: boolean; owners?: readonly string[] },
  ): RandomField {
    const isComposite = !isFlat && this.#chance.is(isRoot ? 0.9 : 0.4);
    const base = this.#chance.pick(isComposite ? this.#composites : scalars);
    return {
      name,
      base,
      type: this.#wrapped(base),
      takesArgument: this.#chance.is(0.25),
      owners: owners ?? this.#owners(),
    };
  }

  #owners(): readonly string[] {
    const [first, second] = [this.#chance.pick(this.#agencies), this.#chance.pick(this.#agencies)];
    return this.#chance.is(0.2) && first !== second ? [first, second] : [first];
  }

  #wrapped(base: string): string {
    const item = this.#chance.is(0.25) ? `${base}!` : base;
    if (this.#chance.is(0.65)) return item;
    const list = this.#chance.is(0.15) ? `[[${item}]]` : `[${item}]`;
    return this.#chance.is(0.25) ? `${list}!` : list;
  }

  /** Fields that are computed of another agency's field, which is a scalar and may be null. */
  #derived(fields: readonly RandomField[]): readonly RandomField[] {
    const inputs = fields.filter(({ type, takesArgument }) => scalars.includes(type) && !takesArgument);
    return inputs.flatMap((input, index) => {
      const others = this.#agencies.filter((agency) => !input.owners.includes(agency));
      if (others.length === 0 || this.#chance.is(0.4)) return [];
      const owners = [this.#chance.pick(others)];
      return [
        {
          name: `r${index}`,
          base: 'String',
          type: 'String',
          takesArgument: false,
          requires: input.name,
          owners,
        },
      ];
    });
  }
}
