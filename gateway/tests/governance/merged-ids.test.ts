import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';

import type { Governance, Writings } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import { refusedWith } from './world/failing.ts';
import {
  callerOf,
  caseworker,
  consentOf,
  noon,
  physician,
  relationshipOf,
  resident,
  steward,
} from './world/people.ts';
import { policyThatOpens } from './world/policy.ts';

/** Has the resident index say that an id leads to another, and waits until that is on file. */
async function merge(governance: Governance, merged: string, survivor: string | null): Promise<void> {
  const entry = { resident: merged, survivor, at: '2026-03-01T00:00:00.000Z' };
  const page = new EventEmitter();
  const taken = once(page, 'taken');
  const next = `${merged}.${survivor}`;
  const stop = governance.followMerges(async (after) => {
    if (after === next) page.emit('taken');
    return { entries: after === next ? [] : [entry], next, more: false };
  });
  await taken;
  await stop();
}

eachDatabase('what is written about an id that leads to another', (newDatabase) => {
  let governance: Governance;
  let writings: Writings;

  beforeAll(async () => {
    governance = await openGovernance({ database: await newDatabase(), log: silentLog, now: () => noon });
    writings = governance.writings(policyThatOpens('behavioral-health', 'housing'));
    await merge(governance, 'merged', 'survivor');
  });
  afterAll(async () => governance.close());

  const consent = { ...consentOf({ residentId: 'merged' }), validFrom: null };
  const relationship = { ...relationshipOf({ residentId: 'merged' }), validFrom: null };
  const opened = {
    residentId: 'merged',
    agencies: ['housing'],
    reason: 'MEDICAL_EMERGENCY',
    justification: 'Found unconscious.',
    minutes: 60,
  } as const;

  const themself = callerOf({ ...resident, residentId: 'merged' });

  test.each<readonly [string, () => Promise<unknown>]>([
    ['a consent', () => writings.recordConsent(themself, consent)],
    ['a relationship', () => writings.assignRelationship(steward, relationship)],
    ['an opened record', () => writings.openBreakGlass(physician, opened)],
  ])('is refused, as it would count for nothing: %s', async (_, write) => {
    await refusedWith('BAD_USER_INPUT', write());
    const on = await governance.facts.factsOf(['survivor'], physician, noon);
    expect(on.get('survivor')).toMatchObject({ consents: [], relationships: [], breakGlass: null });
  });

  test('is refused as always to whoever may not write it', async () => {
    await refusedWith('FORBIDDEN', writings.recordConsent(caseworker, consent));
    await refusedWith('FORBIDDEN', writings.assignRelationship(caseworker, relationship));
    const closed = governance.writings(policyThatOpens());
    await refusedWith('FORBIDDEN', closed.openBreakGlass(physician, opened));
  });

  test('is taken of the resident to whom it leads', async () => {
    const session = await writings.openBreakGlass(physician, { ...opened, residentId: 'survivor' });
    expect(session.residentId).toBe('survivor');
  });
});

eachDatabase('a record that was opened before its id led to another', (newDatabase) => {
  test('is told to the resident to whom it leads, for as long as it does', async () => {
    const governance = await openGovernance({ database: await newDatabase(), log: silentLog });
    const open = governance.writings(policyThatOpens('housing')).openBreakGlass;
    const given = {
      agencies: ['housing'],
      reason: 'MEDICAL_EMERGENCY',
      justification: 'Found unconscious.',
      minutes: 60,
    } as const;
    const session = await open(physician, { ...given, residentId: 'early' });
    const toldOf = async (id: string): Promise<unknown> =>
      (await governance.records.sessionsOfResidents([id])).get(id)?.map((one) => [one.id, one.residentId]);
    expect(await toldOf('r1')).toBeUndefined();
    await merge(governance, 'early', 'r1');
    expect(await toldOf('r1')).toEqual([[session.id, 'r1']]);
    await merge(governance, 'early', null);
    expect(await toldOf('r1')).toBeUndefined();
    expect(await toldOf('early')).toEqual([[session.id, 'early']]);
    await governance.close();
  });
});
