import type { FieldNode, GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, print } from 'graphql';

/** Hands out keys of ours: one for each response name, field and arguments of an operation. */
export class KeyNames {
  readonly responseNames = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  readonly #prefix: string;

  constructor(schema: GraphQLSchema) {
    this.#prefix = freePrefix(schema);
  }

  keyOf(node: FieldNode, takesArguments: boolean): string {
    const name = node.name.value;
    if (name === '__typename') return name;
    const responseName = node.alias?.value ?? name;
    if (responseName === name && !takesArguments) return name;
    const identity = [responseName, name, ...argumentsOf(node)].join(' ');
    const known = this.#keys.get(identity);
    if (known !== undefined) return known;
    const key = `${this.#prefix}${this.#keys.size}`;
    this.#keys.set(identity, key);
    this.responseNames.set(key, responseName);
    return key;
  }
}

function argumentsOf(node: FieldNode): readonly string[] {
  return (node.arguments ?? []).map((argument) => print(argument)).sort();
}

const prefixes = new WeakMap<GraphQLSchema, string>();

/** A beginning that no field of the schema has. */
function freePrefix(schema: GraphQLSchema): string {
  const known = prefixes.get(schema);
  if (known !== undefined) return known;
  const names = fieldNames(schema);
  let prefix = '_a';
  while (names.some((name) => name.startsWith(prefix))) prefix += '_a';
  prefixes.set(schema, prefix);
  return prefix;
}

function fieldNames(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [],
  );
}
