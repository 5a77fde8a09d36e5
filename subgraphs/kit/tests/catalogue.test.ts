import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { catalogue } from '@resident-graph/subgraph-kit';

test('every code is documented, and every documented code exists', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
  const documented = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(documented.toSorted()).toEqual(Object.keys(catalogue).toSorted());
});
