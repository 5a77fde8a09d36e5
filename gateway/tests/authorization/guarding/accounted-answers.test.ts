import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';

import { answerDisclosed } from '../../../src/authorization/guarding/answer-disclosed.ts';
import {
  backReferenceName,
  identifyingNames,
  identifyingPrefix,
  pruneOperation,
} from '../../../src/authorization/pruning/index.ts';
import type { TextResult } from '../../../src/execution/index.ts';
import { authorizedGraph } from '../fixtures/authorized-graph.ts';
import { toyTable } from '../fixtures/toy-table.ts';

const schema = buildSchema(`
  type Query { cases: [Case], resident(id: ID!): Resident }
  type Case { title: String, note: String, resident: Resident }
  type Resident { id: ID!, city: String, age: Int }
`);

function pruned(query: string) {
  const operation = { document: parse(query), operationName: null, key: 'original' };
  return pruneOperation({ operation, schema, table: toyTable({}), identifies: true });
}

async function disclosed(result: ExecutionResult | TextResult) {
  return answerDisclosed(result, {
    pruned: pruned('{ cases { title note } }'),
    variables: {},
    decisionsOf: async () => new Map(),
    account: async (found) =>
      found.map(({ residentId }) => ({
        residentId,
        terms: [],
        consents: [],
        breakGlass: null,
        declarations: [],
        agencies: [],
      })),
  });
}

const reference = `${backReferenceName}1`;
const whose = { [reference]: { [`${identifyingNames.id}1`]: 'R' } };

function error(...path: (string | number)[]) {
  return { message: 'An agency failed.', path };
}

/** An answer in both forms in which engines give it. */
function forms(record: object, errors: readonly ReturnType<typeof error>[]) {
  const answer = { ...(errors.length > 0 && { errors }), data: { cases: [record] } };
  const text: TextResult = { kind: 'text', body: JSON.stringify(answer), errors };
  return [text, answer as unknown as ExecutionResult];
}

describe('an answer of which an account is kept', () => {
  test('does not leave if what failed may have told whom it is about', async () => {
    const given = forms({ title: 't', [reference]: null }, [error('cases', 0, 'note')]);
    const settled = await Promise.allSettled(given.map(disclosed));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('leaves with nobody named if it belongs to nobody', async () => {
    const answers = await Promise.all(forms({ title: 't', [reference]: null }, []).map(disclosed));
    expect(answers.map(({ residents }) => residents)).toEqual([[], []]);
  });

  test('tells clients of no error in what they have not asked for', async () => {
    const errors = [error('cases', 0, identifyingNames.type), error('cases', 0, 'note')];
    const answers = await Promise.all(forms({ title: 't', note: null, ...whose }, errors).map(disclosed));
    for (const { result, residents } of answers) {
      const text = 'kind' in result ? result.body.toString() : JSON.stringify(result);
      expect(JSON.parse(text)).toEqual({
        errors: [error('cases', 0, 'note')],
        data: { cases: [{ title: 't', note: null }] },
      });
      expect(residents).toHaveLength(1);
    }
  });
});

describe('an operation of which an account is kept', () => {
  const toys = {
    schema: 'type Query { toy: Toy } type Toy { color: String }',
    resolvers: { Query: { toy: () => ({ color: 'red' }) } },
  };
  test('is refused if it uses the names that tell whom answers are about', async () => {
    await using world = await authorizedGraph({ toys }, undefined, true);
    const askAs = (alias: string) => world.ask(`{ toy { ${alias}: color } }`, toyTable({}));
    const { refused } = await askAs(`${identifyingPrefix}i1`);
    expect(refused).toMatchObject([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
    expect(await askAs('hidden_i1')).toEqual({ data: { toy: { hidden_i1: 'red' } } });
  });
});
