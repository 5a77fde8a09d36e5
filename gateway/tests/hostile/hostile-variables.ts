import type { HostileDocument } from './hostile-document.ts';
import { nested } from './repeated.ts';

const code = 'BAD_USER_INPUT';
const find = 'query ($by: Search!) { find(by: $by) }';
const count = 'query ($of: [Int]) { count(of: $of) }';

/** Variables that are deep, long, or named after what JavaScript's objects have of their own. */
export const hostileVariables: readonly HostileDocument[] = [
  { name: 'lists 50,000 deep', query: count, variables: `{"of":${nested(50_000, '[', '', ']')}}`, code },
  {
    name: 'objects 7,000 deep',
    query: find,
    variables: `{"by":${nested(7000, '{"inner":', '{}', '}')}}`,
    code,
  },
  {
    name: 'objects 10,000 deep in a text',
    query: find,
    variables: `{"by":{"ssn":${nested(10_000, '{"a":', '1', '}')}}}`,
    code,
  },
  {
    name: 'objects 65 deep that the type permits',
    query: find,
    variables: `{"by":${nested(65, '{"inner":', '{}', '}')}}`,
    code,
  },
  {
    name: 'a list of 30,000 wrong items',
    query: count,
    variables: `{"of":[${'"x",'.repeat(29_999)}"x"]}`,
    code,
  },
  {
    name: 'an object of 9,000 unknown keys',
    query: find,
    variables: `{"by":{${Array.from({ length: 9000 }, (_, index) => `"a${index}":1`).join()}}}`,
    code,
  },
  { name: '__proto__ as a key', query: find, variables: '{"by":{"__proto__":{"ssn":"1"}}}', code },
  {
    name: 'constructor and toString as keys',
    query: find,
    variables: '{"by":{"constructor":{"prototype":{}},"toString":1}}',
    code,
  },
  {
    name: '__proto__ as a variable that is missing',
    query: 'query ($__proto__: ID!) { resident(id: $__proto__) { id } }',
    code,
  },
  {
    name: 'constructor as a variable that is missing',
    query: 'query ($constructor: ID!) { resident(id: $constructor) { id } }',
    code,
  },
  {
    name: '__proto__ as a variable of a wrong value',
    query: 'query ($__proto__: [Int]) { count(of: $__proto__) }',
    variables: '{"__proto__":{"polluted":1}}',
    code,
  },
  {
    name: 'an object where a text belongs',
    query: 'query ($a: ID!) { resident(id: $a) { id } }',
    variables: '{"a":{"toString":"x","valueOf":1}}',
    code,
  },
  { name: 'a number beyond all', query: count, variables: '{"of":[1e999]}', code },
  { name: 'a number of 60,000 digits', query: count, variables: `{"of":[${'9'.repeat(60_000)}]}`, code },
];
