import type { HostileDocument } from './hostile-document.ts';
import { nested, repeated } from './repeated.ts';

const parse = 'GRAPHQL_PARSE_FAILED';
const validation = 'GRAPHQL_VALIDATION_FAILED';
/** What nobody could mean: refused without harm, whatever it is named after. */
export const brokenDocuments: readonly HostileDocument[] = [
  { name: 'a fragment in itself', query: '{ ...a } fragment a on Query { ...a }', code: validation },
  {
    name: 'fragments in a circle',
    query: `{ ...f0 } ${repeated(50, (index) => `fragment f${index} on Query { ...f${(index + 1) % 50} }`)}`,
    code: validation,
  },
  {
    name: 'fragments in a circle that doubles',
    query: '{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }',
    code: validation,
  },
  {
    name: 'a circle through fields',
    query: '{ resident(id: 1) { ...a } } fragment a on Resident { household { ...a } }',
    code: validation,
  },
  {
    name: 'a circle that nothing uses',
    query: '{ greeting } fragment a on Query { ...a }',
    code: validation,
  },
  {
    name: 'fragments of one name',
    query: `{ ...a } ${repeated(50, () => 'fragment a on Query { greeting }')}`,
    code: validation,
  },
  { name: 'operations of one name', query: repeated(50, () => 'query a { greeting }'), code: validation },
  { name: 'many operations without a name', query: repeated(50, () => '{ greeting }'), code: validation },
  {
    name: 'a hundred conflicts',
    query: `{ resident(id: 1) { ${repeated(100, (index) => `a: ${index % 2 ? 'id' : 'name'}`)} } }`,
    code: validation,
  },
  {
    name: 'conflicts deep inside',
    query: `{ resident(id: 1) { ${nested(9, 'household { ', 'a: id', ' }')} ${nested(9, 'household { ', 'a: name', ' }')} } }`,
    code: validation,
  },
  { name: 'arguments that conflict', query: '{ greeting(name: "a") greeting(name: "b") }', code: validation },
  {
    name: 'an argument many times',
    query: `{ greeting(${repeated(500, () => 'name: "a"')}) }`,
    code: validation,
  },
  {
    name: 'a variable many times',
    query: `query (${repeated(100, () => '$a: Int')}) { count(of: [$a]) }`,
    code: validation,
  },
  {
    name: 'a hundred unknown fields',
    query: `{ resident(id: 1) { ${repeated(100, (index) => `x${index}`)} } }`,
    code: validation,
  },
  { name: 'an unknown field of 60 KB', query: `{ ${'a'.repeat(60_000)} }`, code: validation },
  {
    name: 'a subscription many times over',
    query: `subscription { ${repeated(5, () => 'greeting')} }`,
    code: 'BAD_REQUEST',
  },
  { name: '__proto__ as a field', query: '{ __proto__ }', code: validation },
  { name: 'constructor as a field', query: '{ constructor { prototype } }', code: validation },
  {
    name: 'toString as a field',
    query: '{ resident(id: 1) { toString valueOf hasOwnProperty } }',
    code: validation,
  },
  { name: '__proto__ as a fragment', query: '{ ...__proto__ }', code: validation },
  { name: 'constructor as a type', query: '{ ... on constructor { greeting } }', code: validation },
  {
    name: '__proto__ as the type of a variable',
    query: 'query ($a: __proto__) { count(of: $a) }',
    code: validation,
  },
  {
    name: '__proto__ as a directive',
    query: '{ greeting @__proto__ @constructor @toString }',
    code: validation,
  },
  {
    name: '__proto__ as an argument',
    query: '{ greeting(__proto__: "a", constructor: 1, toString: 2) }',
    code: validation,
  },
  {
    name: '__proto__ in an object literal',
    query: '{ find(by: { __proto__: { ssn: "1" }, constructor: 1 }) }',
    code: validation,
  },
  { name: 'a variable that is not declared', query: '{ count(of: [$__proto__]) }', code: validation },
  { name: 'an integer of 60,000 digits', query: `{ count(of: [${'9'.repeat(60_000)}]) }`, code: validation },
  { name: 'a number with an exponent beyond all', query: '{ count(of: [1e999999999]) }', code: validation },
  { name: 'an enumeration of nothing', query: '{ greeting(name: undefined) }', code: validation },
  { name: 'a definition of a type', query: 'type Query { greeting: String } { greeting }', code: validation },
  {
    name: 'an extension of the schema',
    query: 'extend type Query { secret: String } { greeting }',
    code: validation,
  },
  {
    name: 'introspection of a type by a wrong kind',
    query: '{ __type(name: 1) { name } }',
    code: validation,
  },
  { name: 'a NUL', query: '{ greeting\u0000 }', code: parse },
  { name: 'a NUL in a string', query: '{ greeting(name: "\u0000", other: 1) }', code: validation },
  { name: 'a byte order mark amid', query: '{ \uFEFF greeting nonsense }', code: validation },
  { name: 'letters that look like others', query: '{ grееting }', code: parse },
  { name: 'spaces that are none', query: '{\u00A0greeting\u2028}', code: parse },
  { name: 'text from right to left', query: '{ \u202Egniteerg }', code: parse },
  { name: 'half a surrogate pair', query: '{ greeting(name: "\\uD800") }', code: parse },
  { name: 'a character beyond Unicode', query: '{ greeting(name: "\\u{110000}") }', code: parse },
  { name: 'an escape that is none', query: '{ greeting(name: "\\x41") }', code: parse },
  { name: 'a string without an end', query: `{ greeting(name: "${'a'.repeat(60_000)}`, code: parse },
  {
    name: 'a block string without an end',
    query: `{ greeting(name: """${'\n"'.repeat(20_000)}`,
    code: parse,
  },
  {
    name: 'escaped quotes without an end',
    query: `{ greeting(name: """${'\\"""'.repeat(15_000)}`,
    code: parse,
  },
  { name: 'nothing but comments', query: `#${'{'.repeat(60_000)}`, code: parse },
  { name: 'nothing but commas', query: ','.repeat(60_000), code: parse },
  { name: 'nothing but byte order marks', query: '{\uFEFF'.padEnd(20_000, '\uFEFF'), code: parse },
  { name: 'braces without an end', query: '{ a '.repeat(1000), code: parse },
  { name: 'dots', query: `{ ${'.'.repeat(60_000)} }`, code: parse },
  { name: 'a number that goes on', query: `{ count(of: [0${'0'.repeat(60_000)}]) }`, code: parse },
  { name: 'minus signs', query: `{ count(of: [${'-'.repeat(60_000)}1]) }`, code: parse },
  { name: 'JSON', query: `{"query":${'['.repeat(1000)}`, code: parse },
];
