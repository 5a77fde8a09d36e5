import type { RandomField, RandomSchema, RandomType } from './random-schema.ts';

const mood = 'enum Mood { HAPPY SAD }';

/** The whole schema, as if one server had everything. */
export function printWhole(schema: RandomSchema): string {
  return [
    mood,
    `type Query { ${schema.query.map(printField).join(' ')} }`,
    ...[...schema.interfaces.keys()].map((name) => `interface ${name} { tag: String }`),
    ...[...schema.unions].map(([name, members]) => `union ${name} = ${members.join(' | ')}`),
    ...schema.types.map((type) => {
      const keys = type.isEntity ? 'id: ID! code: String!' : '';
      return `type ${type.name}${implementing(type)} { tag: String ${keys} ${type.fields.map(printField).join(' ')} }`;
    }),
  ].join('\n');
}

/** The part of the schema that one agency serves. */
export function printAgency(schema: RandomSchema, agency: string): string {
  const needed = neededTypes(schema, agency);
  const query = schema.query.filter(({ owners }) => owners.includes(agency)).map(printShared);
  const types = schema.types.filter(({ name }) => needed.has(name));
  return [
    mood,
    query.length > 0 ? `type Query { ${query.join(' ')} }` : '',
    ...[...schema.interfaces.keys()]
      .filter((name) => needed.has(name))
      .map((name) => `interface ${name} { tag: String }`),
    ...[...schema.unions]
      .filter(([name]) => needed.has(name))
      .map(([name, members]) => `union ${name} = ${members.join(' | ')}`),
    ...types.map((type) => printType(type, agency, needed)),
  ].join('\n');
}

function printType(type: RandomType, agency: string, needed: ReadonlySet<string>): string {
  const own = type.fields.filter(({ owners }) => owners.includes(agency));
  const fields = own.map((field) => printShared(field));
  const inputs = new Set(own.flatMap(({ requires }) => (requires === undefined ? [] : [requires])));
  const external = type.fields
    .filter(({ name, owners }) => inputs.has(name) && !owners.includes(agency))
    .map((field) => `${printField(field)} @external`);
  const keys = type.keys.get(agency) ?? [];
  const keyFields = keys.map((key) => (key === 'id' ? 'id: ID!' : 'code: String!'));
  const directives = keys.map((key) => `@key(fields: "${key}")`).join(' ');
  const implemented = needed.has('I0') ? implementing(type) : '';
  const all = ['tag: String @shareable', ...keyFields, ...fields, ...external];
  return `type ${type.name}${implemented} ${directives} { ${all.join(' ')} }`;
}

function implementing({ interfaces }: RandomType): string {
  return interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
}

function printField({ name, type, takesArgument }: RandomField): string {
  return `${name}${takesArgument ? '(n: Int = 3)' : ''}: ${type}`;
}

function printShared(field: RandomField): string {
  const shared = field.owners.length > 1 ? ' @shareable' : '';
  const requires = field.requires === undefined ? '' : ` @requires(fields: "${field.requires}")`;
  return `${printField(field)}${shared}${requires}`;
}

/** Every type that an agency's fields lead to. */
function neededTypes(schema: RandomSchema, agency: string): ReadonlySet<string> {
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const member of schema.unions.get(name) ?? schema.interfaces.get(name) ?? []) need(member);
    const fields = schema.types.find((type) => type.name === name)?.fields ?? [];
    for (const { base } of fields.filter(({ owners }) => owners.includes(agency))) need(base);
  };
  const owned = schema.types.filter(
    ({ isEntity, fields }) => isEntity && fields.some(({ owners }) => owners.includes(agency)),
  );
  for (const { name } of owned) need(name);
  for (const { base, owners } of schema.query) if (owners.includes(agency)) need(base);
  return needed;
}
