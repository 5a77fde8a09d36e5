import type { ArgumentNode, GraphQLArgument, GraphQLInputField, GraphQLInputType, ValueNode } from 'graphql';
import { getNamedType, isInputObjectType, Kind } from 'graphql';

import type { Decision } from '../policy/index.ts';

/** Of an argument or input field, by `Type.field(argument:)` or `Input.field`; null if it shows nothing. */
export type ArgumentDecider = (coordinate: string) => Decision | null;

/** A variable that stands in an argument. */
interface UsedVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** The coordinate that may not be used, if the whole place may not. */
  readonly denied: string | null;
}

/**
 * Which arguments of an operation may not be used. Whatever filters, sorts or groups by a value shows something of
 * it, so one that isn't permitted for every resident, and whole, is denied.
 */
export class ArgumentRules {
  readonly #decide: ArgumentDecider;
  readonly #denied = new Set<string>();
  readonly #variables: UsedVariable[] = [];

  constructor(decide: ArgumentDecider) {
    this.#decide = decide;
  }

  /** Takes note of an argument on a field. @param field - `Type.field` */
  add(field: string, argument: ArgumentNode, definition: GraphQLArgument): void {
    this.#place(`${field}(${definition.name}:)`, argument.value, definition.type);
  }

  /** The first coordinate that may not be used and is, with these coerced variables; null if there is none. */
  deniedWith(variables: Readonly<Record<string, unknown>>): string | null {
    const [literal] = this.#denied;
    if (literal !== undefined) return literal;
    for (const { name, type, denied } of this.#variables) {
      if (!Object.hasOwn(variables, name)) continue;
      const coordinate = denied ?? this.#deniedIn(variables[name], type);
      if (coordinate !== null) return coordinate;
    }
    return null;
  }

  #place(coordinate: string, value: ValueNode, type: GraphQLInputType): void {
    const isDenied = this.#isDenied(coordinate);
    if (value.kind === Kind.VARIABLE) {
      this.#variables.push({ name: value.name.value, type, denied: isDenied ? coordinate : null });
    } else if (isDenied) this.#denied.add(coordinate);
    else this.#inside(value, type);
  }

  #inside(value: ValueNode, type: GraphQLInputType): void {
    if (value.kind === Kind.LIST) for (const item of value.values) this.#item(item, type);
    if (value.kind !== Kind.OBJECT) return;
    const fields = inputFields(type);
    for (const { name, value: inner } of value.fields) {
      const field = fields?.[name.value];
      if (field) this.#place(inputCoordinate(type, name.value), inner, field.type);
    }
  }

  #item(value: ValueNode, type: GraphQLInputType): void {
    if (value.kind === Kind.VARIABLE) this.#variables.push({ name: value.name.value, type, denied: null });
    else this.#inside(value, type);
  }

  #deniedIn(value: unknown, type: GraphQLInputType): string | null {
    if (Array.isArray(value)) return firstOf(value, (item) => this.#deniedIn(item, type));
    const fields = inputFields(type);
    if (fields === undefined || typeof value !== 'object' || value === null) return null;
    return firstOf(Object.entries(value), ([name, inner]: [string, unknown]) => {
      const coordinate = inputCoordinate(type, name);
      if (this.#isDenied(coordinate)) return coordinate;
      const field = fields[name];
      return field ? this.#deniedIn(inner, field.type) : null;
    });
  }

  #isDenied(coordinate: string): boolean {
    const decision = this.#decide(coordinate);
    if (decision === null) return false;
    // Whoever sees a value only in part would find out the rest by trying.
    return decision.kind !== 'permit' || decision.transforms.length > 0;
  }
}

function inputFields(type: GraphQLInputType): Readonly<Record<string, GraphQLInputField>> | undefined {
  const named = getNamedType(type);
  return isInputObjectType(named) ? named.getFields() : undefined;
}

function inputCoordinate(type: GraphQLInputType, field: string): string {
  return `${getNamedType(type).name}.${field}`;
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
