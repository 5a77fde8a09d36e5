import type { HostileDocument } from './hostile-document.ts';
import { nested, repeated } from './repeated.ts';

const code = 'OPERATION_LIMIT_EXCEEDED';

/** Fragments of which each spreads the next one so many times. */
function bomb(levels: number, times: number, spread: (name: string) => string, leaf = 'greeting'): string {
  const fragments = repeated(
    levels,
    (level) => `fragment f${level} on Query { ${repeated(times, () => spread(`f${level + 1}`))} }`,
  );
  return `{ ...f0 } ${fragments} fragment f${levels} on Query { ${leaf} }`;
}

function households(depth: number): string {
  return `{ resident(id: 1) ${nested(depth, '{ household ', '{ id }', ' }')} }`;
}

const chain = repeated(40, (level) => `fragment r${level} on Resident { household { ...r${level + 1} } }`);

/** What would cost much to validate, to plan or to answer, and is refused before anybody does it. */
export const expensiveDocuments: readonly HostileDocument[] = [
  { name: 'fragments doubling 30 times', query: bomb(30, 2, (name) => `...${name}`), code },
  { name: 'fragments tenfold 5 times', query: bomb(5, 10, (name) => `...${name}`), code },
  {
    name: 'fragments doubling within inline fragments',
    query: bomb(30, 2, (name) => `... { ...${name} }`),
    code,
  },
  {
    name: 'fragments doubling under conditions',
    query: `query ($a: Boolean!) ${bomb(14, 2, (name) => `... @include(if: $a) { ...${name} }`)}`,
    variables: '{"a":false}',
    code,
  },
  {
    name: 'a bomb in a fragment that nothing uses',
    query: bomb(30, 2, (name) => `...${name}`).replace('...f0', 'greeting'),
    code,
  },
  {
    name: 'a bomb in the second operation',
    query: `query A { greeting } query B ${bomb(30, 2, (name) => `...${name}`)}`,
    code,
  },
  { name: 'a bomb of aliases', query: bomb(10, 2, (name) => `...${name}`, 'a: greeting'), code },
  {
    name: 'a bomb of directives',
    query: bomb(9, 2, (name) => `...${name}`, 'greeting @skip(if: true)'),
    code,
  },
  {
    name: 'a bomb of literals',
    query: bomb(4, 3, (name) => `...${name}`, `count(of: [${repeated(99, () => '1')}])`),
    code,
  },
  { name: '25 levels of fields', query: households(25), code },
  { name: '400 levels of fields', query: households(400), code },
  {
    name: 'levels of fields hidden in fragments',
    query: `{ resident(id: 1) { ...r0 } } ${chain} fragment r40 on Resident { id }`,
    code,
  },
  { name: '1600 levels of inline fragments', query: nested(1600, '{ ... ', '{ greeting }', ' }'), code },
  {
    name: '201 aliases',
    query: `{ resident(id: 1) { ${repeated(201, (index) => `a${index}: id`)} } }`,
    code,
  },
  { name: 'aliases of one name', query: `{ resident(id: 1) { ${repeated(201, () => 'a: id')} } }`, code },
  { name: '21 root fields', query: `{ ${repeated(21, () => 'greeting')} }`, code },
  { name: 'root fields in inline fragments', query: `{ ${repeated(21, () => '... { greeting }')} }`, code },
  {
    name: '21 root mutations',
    query: `mutation { ${repeated(21, (index) => `m${index}: rename(to: "a")`)} }`,
    code,
  },
  {
    name: '201 directives on one field',
    query: `{ greeting ${repeated(201, () => '@skip(if: false)')} }`,
    code,
  },
  { name: '201 unknown directives', query: `{ greeting ${repeated(201, () => '@a')} }`, code },
  { name: 'directives on an operation', query: `query ${repeated(201, () => '@a')} { greeting }`, code },
  {
    name: 'directives on a fragment',
    query: `{ ...f } fragment f on Query ${repeated(201, () => '@a')} { greeting }`,
    code,
  },
  {
    name: 'directives on a variable',
    query: `query ($a: Int ${repeated(201, () => '@a')}) { count(of: [$a]) }`,
    code,
  },
  { name: 'a list literal of 2001 items', query: `{ count(of: [${repeated(2001, () => '1')}]) }`, code },
  {
    name: 'an object literal of many fields',
    query: `{ find(by: { ${repeated(1200, (index) => `a${index}: 1`)} }) }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    name: 'a long list as a default',
    query: `query ($a: [Int] = [${repeated(2001, () => '1')}]) { count(of: $a) }`,
    code,
  },
  {
    name: 'a long list in a directive',
    query: `{ greeting @skip(if: [${repeated(2001, () => 'true')}]) }`,
    code,
  },
  { name: 'a list literal 2400 deep', query: `{ count(of: ${nested(2400, '[', '1', ']')}) }`, code },
  {
    name: 'an object literal 1200 deep',
    query: `{ find(by: ${nested(1200, '{ inner: ', '{}', ' }')}) }`,
    code,
  },
  {
    name: 'a list type 2400 deep',
    query: `query ($a: ${nested(2400, '[', 'Int', ']')}) { count(of: $a) }`,
    code,
  },
  { name: 'a string of 70 KB', query: `{ greeting(name: "${'x'.repeat(70_000)}") }`, code },
  { name: 'a block string of 70 KB', query: `{ greeting(name: """${' \n'.repeat(35_000)}""") }`, code },
  { name: 'a number of 70,000 digits', query: `{ count(of: [${'9'.repeat(70_000)}]) }`, code },
  { name: 'a name of 70 KB', query: `{ ${'a'.repeat(70_000)} }`, code },
  { name: '70 KB of comments', query: `${'#\n'.repeat(35_000)}{ greeting }`, code },
  { name: '70 KB of commas', query: `{ greeting${','.repeat(70_000)} }`, code },
  { name: '70 KB that are 35,000 letters', query: `{ greeting(name: "${'é'.repeat(35_000)}") }`, code },
  { name: '5001 fields', query: `{ resident(id: 1) { ${repeated(5001, () => 'id')} } }`, code },
  {
    name: '2000 tiny fragments',
    query: `{ greeting } ${repeated(2000, (index) => `fragment a${index} on Query { greeting }`)}`,
    code,
  },
  {
    name: '700 tiny fragments',
    query: `{ greeting } ${repeated(700, (index) => `fragment a${index} on Query { greeting }`)}`,
    code,
  },
  { name: '900 operations', query: repeated(900, (index) => `query a${index} { greeting }`), code },
  { name: '900 operations of one name', query: repeated(900, () => 'query a { greeting }'), code },
  {
    name: '900 variables',
    query: `query (${repeated(900, (index) => `$a${index}: Int`)}) { greeting }`,
    code,
  },
  {
    name: 'introspection of introspection',
    query: `{ __schema { types { fields { type ${nested(10, '{ fields { type ', '{ name }', ' } }')} } } } }`,
    code,
  },
  {
    name: 'ofType 30 deep',
    query: `{ __type(name: "Query") ${nested(30, '{ ofType ', '{ name }', ' }')} }`,
    code,
  },
  {
    name: 'conflicting fields, all with all',
    query: `{ resident(id: 1) { ${repeated(700, (index) => `household { a: ${index % 2 ? 'id' : 'name'} }`)} } }`,
    code,
  },
  {
    name: 'equal fields, all with all',
    query: `{ resident(id: 1) { ${repeated(1600, () => 'household { id }')} } }`,
    code,
  },
  {
    name: 'fragments whose fields are compared, all with all',
    query: `{ resident(id: 1) { ${repeated(70, (index) => `...f${index}`)} } } ${repeated(70, (index) => `fragment f${index} on Resident { ${repeated(20, () => 'household { id }')} }`)}`,
    code,
  },
  {
    name: 'fragments that spread all others',
    query: `{ ...f0 } ${repeated(40, (index) => `fragment f${index} on Query { ${repeated(39, (other) => (other > index ? `...f${other}` : 'greeting'))} }`)}`,
    code,
  },
  {
    name: 'operations that share a long chain of fragments',
    query: `${repeated(330, (index) => `query q${index} { ...f0 }`)} ${repeated(260, (index) => `fragment f${index} on Query { ...f${index + 1} }`)} fragment f260 on Query { greeting }`,
    code,
  },
];
