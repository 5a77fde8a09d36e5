import type { GraphQLCompositeType, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isCompositeType, isObjectType, isUnionType, parse, validate } from 'graphql';

import { Chance } from './chance.ts';

/** An operation and its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const aliases = [
  '__proto__',
  'constructor',
  'toString',
  'id',
  'code',
  'hasOwnProperty',
  'f0',
  'f1',
  'r0',
  'x',
  'y',
  '_a0',
  'toJSON',
  'then',
  'length',
];

/** Makes an operation that is valid for the schema: fragments, aliases, variables, `@skip` and `@include`. */
export function randomOperation(schema: GraphQLSchema, seed: number): RandomOperation {
  const chance = new Chance(seed);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const operation = new OperationMaker(schema, chance).operation();
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
  return { query: '{ __typename }', variables: {} };
}

class OperationMaker {
  readonly #schema: GraphQLSchema;
  readonly #chance: Chance;
  readonly #fragments: string[] = [];
  readonly #used = new Set<string>();

  constructor(schema: GraphQLSchema, chance: Chance) {
    this.#schema = schema;
    this.#chance = chance;
  }

  operation(): RandomOperation {
    const query = this.#schema.getQueryType() as GraphQLObjectType;
    const body = this.#selections(query, 0);
    const definitions = ['p', 'q', 'n'].filter((name) => this.#used.has(name));
    const types: Record<string, string> = { p: 'Boolean!', q: 'Boolean! = true', n: 'Int' };
    const header = definitions.map((name) => `$${name}: ${types[name]}`).join(', ');
    const variables = { p: this.#chance.is(0.5), ...(this.#chance.is(0.5) && { n: this.#chance.below(5) }) };
    return {
      query: [`query${header && `(${header})`} ${body}`, ...this.#fragments].join('\n'),
      variables: Object.fromEntries(Object.entries(variables).filter(([name]) => this.#used.has(name))),
    };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.#chance.below(4);
    const selections = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (depth < 6 && this.#chance.is(isUnionType(type) ? 0.9 : 0.2)) return this.#fragment(type, depth);
    if (isUnionType(type) || this.#chance.is(0.1)) return `${this.#alias()}__typename${this.#condition()}`;
    const fields = Object.values(type.getFields());
    const flat = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const candidates = depth > 4 && flat.length > 0 ? flat : fields;
    return this.#field(this.#chance.pick(candidates), depth);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const argument = field.args.length > 0 && this.#chance.is(0.7) ? `(n: ${this.#argument()})` : '';
    const below = isCompositeType(type)
      ? ` ${depth > 5 ? '{ __typename }' : this.#selections(type, depth + 1)}`
      : '';
    return `${this.#alias()}${field.name}${argument}${this.#condition()}${below}`;
  }

  #argument(): string {
    if (this.#chance.is(0.5)) return String(this.#chance.below(3));
    this.#used.add('n');
    return '$n';
  }

  #alias(): string {
    return this.#chance.is(0.3) ? `${this.#chance.pick(aliases)}: ` : '';
  }

  #condition(): string {
    if (this.#chance.is(0.85)) return '';
    const variable = this.#chance.pick(['p', 'q']);
    const value = this.#chance.is(0.85) ? `$${variable}` : 'true';
    if (value !== 'true') this.#used.add(variable);
    return ` @${this.#chance.pick(['skip', 'include'])}(if: ${value})`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
    const target = this.#chance.pick([type, ...possible]);
    const body = this.#selections(target, depth + 1);
    if (this.#chance.is(0.6)) return `... on ${target.name}${this.#condition()} ${body}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${target.name} ${body}`);
    return `...${name}${this.#condition()}`;
  }
}
