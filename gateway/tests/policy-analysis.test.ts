import { buildSchema } from 'graphql';
import { expect, test } from '@jest/globals';

import { createPolicyAnalysis } from '../src/policy-analysis.ts';
import { agreement, catalogue, quiet, requirements, today } from './authorization/policy/toy-world.ts';

test('an analysis is refused while twenty wait, and taken again after them', async () => {
  const parts = { requirements, catalogue, agreements: [agreement('a')], statutes: [], state: quiet };
  const rules = { parts, schema: buildSchema('type Query { a: Int }') };
  const documents = {
    parse: () => {
      throw new Error('No document is read.');
    },
  };
  const analysis = createPolicyAnalysis({
    rules: () => rules,
    earlier: [],
    documents,
    introspection: false,
    registered: () => [],
  });
  const ask = async () =>
    analysis.roleAccess({ role: 'clerk', agency: 'office', application: null }, null, today);
  const asked = await Promise.allSettled(Array.from({ length: 25 }, ask));
  const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  expect(refused).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ code: 'OVERLOADED' })));
  expect((await ask()).length).toBeGreaterThan(0);
});
