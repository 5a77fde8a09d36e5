import * as fc from 'fast-check';

import type { Caller, PurposeOfUse } from '../../../src/authentication/index.ts';
import type { Agreement, Grant } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';
import type { GovernanceState, ResidentFacts } from '../../../src/governance/index.ts';
import { agreement, today } from './toy-world.ts';

const hour = 60 * 60 * 1000;

/** Instants around now, so that everything that has a term is sometimes in it and sometimes not. */
const instant = fc.integer({ min: -3, max: 3 }).map((hours) => new Date(today.getTime() + hours * hour));
const residentIds = ['r', 'other'];
const subjects = ['ann', 'bob'];

/** What there is to choose from: few of each, so that things meet. */
export interface Choices {
  readonly categories: readonly Category[];
  readonly roles: readonly string[];
  readonly purposes: readonly PurposeOfUse[];
}

function some<Value>(values: readonly Value[], minLength = 0): fc.Arbitrary<Value[]> {
  return fc.subarray([...values], { minLength });
}

const conditionsArbitrary: fc.Arbitrary<Grant['conditions']> = fc.record(
  {
    consent: some(['general', 'treatment-payment-operations', 'specific'] as const, 1),
    relationship: some(['caseload', 'treating', 'guardian'] as const, 1),
    training: some(['hmis-privacy', 'chri-awareness'], 1),
    assuranceLevel: fc.integer({ min: 1, max: 3 }),
    isOwnRecord: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

const day = (milliseconds: number): string =>
  new Date(today.getTime() + milliseconds).toISOString().slice(0, 10);

/** Agreements, in any state, with any conditions. */
export function agreementsArbitrary({ categories, roles, purposes }: Choices): fc.Arbitrary<Agreement[]> {
  const names = categories.map(({ name }) => name);
  const agencies = [...new Set(categories.map(({ agency }) => agency))];
  const grant = fc.record({
    categories: some(names, 1),
    purposes: some(purposes, 1),
    conditions: fc.option(conditionsArbitrary, { nil: undefined, freq: 2 }),
    breakGlass: fc.boolean(),
    obligations: some(['no-redisclosure', 'notify-provider'] as const),
    transforms: some([{ coordinate: 'Resident.clinic_plain', transform: 'redact' } as const]),
    clause: fc.constantFrom('1', '2'),
  });
  const recipient = fc.record(
    { agency: fc.constantFrom(...agencies), roles: some(roles, 1), applications: some(['desk', 'other'], 1) },
    { requiredKeys: ['agency', 'roles'] },
  );
  const term = fc
    .tuple(fc.integer({ min: -40, max: 2 }), fc.integer({ min: 0, max: 60 }))
    .map(([start, length]) => ({
      startsOn: day(start * 24 * hour),
      endsOn: day((start + length) * 24 * hour),
    }));
  const one = fc.record({
    provider: fc.constantFrom(...agencies),
    recipients: fc.array(recipient, { minLength: 1, maxLength: 2 }),
    grants: fc.array(grant, { minLength: 1, maxLength: 2 }),
    status: fc.constantFrom('in-force', 'in-force', 'in-force', 'suspended', 'draft'),
    term,
  });
  return fc
    .array(one, { maxLength: 6 })
    .map((parts) =>
      parts.map(({ grants, ...different }, index) => agreement(`agreement-${index}`, grants, different)),
    );
}

/** Callers and what they ask for. */
export function requestsArbitrary({ categories, roles, purposes }: Choices): fc.Arbitrary<{
  readonly caller: Caller;
  readonly purpose: PurposeOfUse | null;
}> {
  const agencies = [...new Set(categories.map(({ agency }) => agency))];
  const caller = fc.record({
    subject: fc.constantFrom(...subjects),
    agency: fc.constantFrom(...agencies),
    roles: some(roles),
    application: fc.constantFrom('desk', 'other'),
    purposesOfUse: fc.constant(null),
    residentId: fc.constantFrom(null, ...residentIds),
    trainings: some(['hmis-privacy', 'chri-awareness']),
    assuranceLevel: fc.integer({ min: 1, max: 3 }),
  });
  return fc.record({ caller, purpose: fc.option(fc.constantFrom(...purposes), { freq: 10 }) });
}

/** Facts about the resident `r`, those that don't count among them. */
export function factsArbitrary({ categories, purposes }: Choices): fc.Arbitrary<ResidentFacts> {
  const names = categories.map(({ name }) => name);
  const agencies = [...new Set(categories.map(({ agency }) => agency))];
  const consent = fc.record({
    id: fc.constant('c'),
    residentId: fc.constantFrom('r', 'r', 'r', 'other'),
    kind: fc.constantFrom('general', 'treatment-payment-operations', 'specific'),
    discloser: fc.constantFrom(...agencies),
    recipientAgencies: some(agencies),
    recipientSubjects: some(subjects),
    isGeneralDesignation: fc.boolean(),
    categories: some(names),
    purposesOfUse: some(purposes),
    validFrom: instant,
    validUntil: fc.option(instant),
    revokedAt: fc.option(instant, { freq: 1 }),
  });
  const relationship = fc.record({
    id: fc.constant('l'),
    residentId: fc.constantFrom('r', 'r', 'r', 'other'),
    kind: fc.constantFrom('caseload', 'treating', 'guardian'),
    subject: fc.constantFrom(...subjects),
    agency: fc.constantFrom(...agencies),
    validFrom: instant,
    validUntil: fc.option(instant),
  });
  const breakGlass = fc.record({
    id: fc.constant('b'),
    residentId: fc.constantFrom(...residentIds),
    subject: fc.constantFrom(...subjects),
    agencies: some(agencies),
    reason: fc.constantFrom('MEDICAL_EMERGENCY', 'IMMINENT_DANGER'),
    openedAt: instant,
    endsAt: instant,
  });
  return fc.record({
    residentId: fc.constant('r'),
    consents: fc.array(consent, { maxLength: 2 }),
    relationships: fc.array(relationship, { maxLength: 2 }),
    breakGlass: fc.option(breakGlass),
  });
}

/** States with and without restrictions. */
export function statesArbitrary({ categories }: Choices): fc.Arbitrary<GovernanceState> {
  const agencies = [...new Set(categories.map(({ agency }) => agency))];
  const restriction = fc.record({
    agency: fc.constantFrom(...agencies),
    categories: fc.option(some(categories.map(({ name }) => name))),
  });
  return fc.record({
    epoch: fc.constant(1),
    declarations: fc.constant([]),
    restrictions: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      fc.array(restriction, { maxLength: 1 }),
    ),
    isStale: fc.constant(false),
  });
}
