import { expect, test } from '@jest/globals';

import { AskedAgencies } from '../../src/authorization/disclosing/asked-agencies.ts';
import { execute } from '../../src/pipeline/stages/execute.ts';
import { toyCaller } from '../authorization/fixtures/toy-table.ts';

test('what agencies were asked is recorded even where the engine breaks off', async () => {
  const asked = new AskedAgencies();
  const breaksOff = async () => {
    asked.note('toys', ['R']);
    throw new Error('The engine broke off.');
  };
  const recorded: unknown[] = [];
  const recorder = { disclosed: async (operation: unknown) => void recorded.push(operation) };
  const request = {
    generation: { executor: { execute: breaksOff, executeAsText: breaksOff } },
    planned: {},
    variables: {},
    requestId: 'request',
    deadline: { fetchSignal: new AbortController().signal, over: null },
    disclosure: { context: { asked, epoch: 1 }, guard: () => undefined, isWhole: true },
    caller: toyCaller,
    purposeOfUse: null,
    parsed: { hash: 'hash' },
    operation: {},
  };
  await expect(execute(request as never, { recorder } as never)).rejects.toThrow('broke off');
  expect(recorded).toMatchObject([
    { outcome: 'undelivered', agencies: ['toys'], residents: [{ residentId: 'R' }] },
  ]);
});
