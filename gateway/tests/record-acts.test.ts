import { describe, expect, test } from '@jest/globals';

import { failure } from '../src/errors/index.ts';
import type { Governance, Writings } from '../src/governance/index.ts';
import type { RecordedAct, Recorder } from '../src/ledger/index.ts';
import { recordedGovernance } from '../src/record-acts.ts';
import { caseworker } from './governance/world/people.ts';
import { policyThatOpens } from './governance/world/policy.ts';

/** What is recorded of a session that can't be closed, for the reason given. */
async function outcomesOf(code: Parameters<typeof failure>[0]): Promise<readonly RecordedAct['outcome'][]> {
  const outcomes: RecordedAct['outcome'][] = [];
  const recorder: Pick<Recorder, 'acted'> = { acted: async ({ outcome }) => void outcomes.push(outcome) };
  const closeBreakGlass = async (): Promise<never> => Promise.reject(failure(code));
  const writings = (): Pick<Writings, 'closeBreakGlass'> => ({ closeBreakGlass });
  const recorded = recordedGovernance({ writings } as unknown as Governance, recorder as Recorder);
  const closed = recorded.writings(policyThatOpens()).closeBreakGlass(caseworker, 'b1');
  await expect(closed).rejects.toMatchObject({ code });
  return outcomes;
}

describe('an act that is not done', () => {
  test.each(['FORBIDDEN', 'BAD_USER_INPUT', 'STEP_UP_REQUIRED'] as const)(
    'is recorded as refused where the answer is %s',
    async (code) => {
      expect(await outcomesOf(code)).toEqual(['asked', 'refused']);
    },
  );

  test('is recorded as failed where something broke', async () => {
    expect(await outcomesOf('INTERNAL_SERVER_ERROR')).toEqual(['asked', 'failed']);
  });
});
