import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test } from '@jest/globals';

import type { Caller } from '../../src/authentication/index.ts';
import type { Failure } from '../../src/errors/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { physician } from '../governance/world/people.ts';
import { policyThatOpens } from '../governance/world/policy.ts';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function breakGlass(caller: Caller): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-glass-'));
  const governance = await openGovernance({
    database: `sqlite:${join(folder, 'facts.sqlite')}`,
    log: silentLog,
  });
  closers.push(async () => {
    await governance.close();
    await rm(folder, { recursive: true, force: true });
  });
  const writings = governance.writings(policyThatOpens('behavioral-health'));
  return writings
    .openBreakGlass(caller, {
      residentId: 'r1',
      agencies: ['behavioral-health'],
      reason: 'MEDICAL_EMERGENCY',
      justification: 'Unconscious after a fall.',
      minutes: 30,
    })
    .then(
      () => 'opened',
      (thrown: unknown) => (thrown as Failure).code,
    );
}

test('a browser breaks no glass until the person has proved again who they are', async () => {
  expect(await breakGlass({ ...physician, needsStepUp: true })).toBe('STEP_UP_REQUIRED');
  expect(await breakGlass(physician)).toBe('opened');
});
