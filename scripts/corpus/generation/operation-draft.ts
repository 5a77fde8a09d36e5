import type { GraphQLSchema } from 'graphql';

import type { Chance, Person } from '../../population/index.ts';

/** What an operation is drawn from. */
export interface Materials {
  readonly schema: GraphQLSchema;
  readonly people: readonly Person[];
  readonly chance: Chance;
}

interface Variable {
  readonly type: string;
  readonly defaultValue: string | null;
  readonly value: unknown;
}

/** An operation in the making: its selections call for variables and fragments, which stand beside them. */
export class OperationDraft {
  readonly schema: GraphQLSchema;
  readonly people: readonly Person[];
  readonly chance: Chance;
  readonly fragments: string[] = [];
  readonly #variables = new Map<string, Variable>();
  #fieldsLeft: number;

  constructor({ schema, people, chance }: Materials) {
    this.schema = schema;
    this.people = people;
    this.chance = chance;
    this.#fieldsLeft = chance.integer(20, 90);
  }

  /** Whether there is room for one more field; takes the room. */
  takeField(): boolean {
    this.#fieldsLeft -= 1;
    return this.#fieldsLeft >= 0;
  }

  /** A variable with this value, or with a default in place of it. Answers how to write it. */
  variable(type: string, literal: string, value: unknown): string {
    const name = `v${this.#variables.size + 1}`;
    const byDefault = this.chance.happens(0.3);
    const variable = byDefault
      ? { type, defaultValue: literal, value: undefined }
      : { type: this.chance.happens(0.5) ? `${type}!` : type, defaultValue: null, value };
    this.#variables.set(name, variable);
    return `$${name}`;
  }

  /** A variable that must have a value. */
  requiredVariable(type: string, value: unknown): string {
    const name = `v${this.#variables.size + 1}`;
    this.#variables.set(name, { type: `${type}!`, defaultValue: null, value });
    return `$${name}`;
  }

  /** The document and the variables of a selection set at the root. */
  finish(selections: string): { readonly query: string; readonly variables: Record<string, unknown> } {
    const declared = [...this.#variables].map(([name, { type, defaultValue }]) =>
      defaultValue === null ? `$${name}: ${type}` : `$${name}: ${type} = ${defaultValue}`,
    );
    const header = declared.length === 0 ? '' : `(${declared.join(', ')})`;
    const given = [...this.#variables].filter(([, { value }]) => value !== undefined);
    return {
      query: [`query Generated${header} ${selections}`, ...this.fragments].join('\n\n'),
      variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
    };
  }
}
