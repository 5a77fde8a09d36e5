import { expect, test } from '@jest/globals';

import type { Caller } from '../../src/authentication/index.ts';
import { createCallerMemory } from '../../src/authentication/sessions/caller-memory.ts';

const caller: Caller = {
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'client-view',
  purposesOfUse: null,
  residentId: null,
  trainings: [],
  assuranceLevel: 2,
};

test('callers of whom anything else is known are never one', () => {
  const remembered = createCallerMemory();
  const first = remembered(caller);
  const others: readonly Caller[] = [
    { ...caller, needsStepUp: true },
    { ...caller, subject: 'caseworker-2' },
    { ...caller, agency: 'justice' },
    { ...caller, roles: [] },
    { ...caller, purposesOfUse: ['COC'] },
    { ...caller, residentId: 'r' },
    { ...caller, trainings: ['hipaa'] },
    { ...caller, assuranceLevel: 1 },
  ];
  expect(remembered({ ...caller })).toBe(first);
  for (const other of others) expect(remembered(other)).toEqual(other);
});
