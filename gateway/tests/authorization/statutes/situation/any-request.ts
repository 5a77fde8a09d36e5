import * as fc from 'fast-check';

import type { PurposeOfUse } from '../../../../src/authentication/index.ts';
import type { AccessRequest } from '../../../../src/authorization/access/index.ts';
import type { Consent, EmergencyDeclaration, ResidentFacts } from '../../../../src/governance/index.ts';
import { categories } from './catalogue.ts';
import { inDays, inHours, now } from './facts.ts';
import { people } from './people.ts';
import { fleeingFelons, matching, requestOf } from './statute-case.ts';
import { breakGlassReasons, consentKinds, relationshipKinds } from '../../fixtures/fact-kinds.ts';

const purposes: readonly PurposeOfUse[] = [
  'TREAT',
  'ETREAT',
  'BTG',
  'CAREMGT',
  'COC',
  'ELIGDTRM',
  'ELIGVER',
  'ENROLLM',
  'COVERAGE',
  'PUBHLTH',
  'DISASTER',
  'THREAT',
  'HOPERAT',
  'HPAYMT',
  'HLEGAL',
  'HRESCH',
  'PATRQT',
  'FAMRQT',
  'HOUSING_PLACEMENT',
  'CHILD_PROTECTION',
  'REENTRY',
  'AUDIT',
];
const names = Object.keys(people) as (keyof typeof people)[];
const callers = Object.values(people);
const subjects = callers.map(({ subject }) => subject);
const agencies = [...new Set(callers.map(({ agency }) => agency))];
const categoryNames = categories.map(({ name }) => name);
const residentIds = ['resident-1', 'resident-2'];
const moments = [inDays(-300), inDays(-2), inHours(-1), now, inHours(1), inDays(2), inDays(300)];

const moment = fc.constantFrom(...moments);
const purpose = fc.constantFrom(...purposes);
const residentId = fc.constantFrom(...residentIds);
/** Often a few, often all: what has to fit in many places at once would else never fit. */
function some<Value>(values: readonly Value[]): fc.Arbitrary<readonly Value[]> {
  return fc.oneof(fc.constant([...values]), fc.subarray([...values], { maxLength: 3 }));
}

/** A consent that may fit or not. */
export function anyConsent(): fc.Arbitrary<Consent> {
  return fc.record({
    id: fc.constant('consent'),
    residentId,
    kind: fc.constantFrom(...consentKinds),
    discloser: fc.constantFrom(...agencies),
    recipientAgencies: some(agencies),
    recipientSubjects: some(subjects),
    isGeneralDesignation: fc.boolean(),
    categories: fc.oneof(
      some(categoryNames),
      fc.constantFrom(...categoryNames).map((name) => [name]),
    ),
    purposesOfUse: fc.oneof(
      some(purposes),
      purpose.map((one) => [one]),
    ),
    validFrom: moment,
    validUntil: fc.option(moment),
    revokedAt: fc.option(moment, { freq: 1 }),
  });
}

function anyFacts(): fc.Arbitrary<ResidentFacts> {
  return fc.record({
    residentId,
    consents: fc.array(anyConsent(), { maxLength: 4 }),
    relationships: fc.array(
      fc.record({
        id: fc.constant('relationship'),
        residentId,
        kind: fc.constantFrom(...relationshipKinds),
        subject: fc.constantFrom(...subjects),
        agency: fc.constantFrom(...agencies),
        validFrom: moment,
        validUntil: fc.option(moment),
      }),
      { maxLength: 4 },
    ),
    breakGlass: fc.option(
      fc.record({
        id: fc.constant('break-glass'),
        residentId,
        subject: fc.constantFrom(...subjects),
        agencies: some(agencies),
        reason: fc.constantFrom(...breakGlassReasons),
        openedAt: moment,
        endsAt: moment,
      }),
    ),
  });
}

function anyDeclaration(): fc.Arbitrary<EmergencyDeclaration> {
  return fc.record({
    id: fc.constant('declaration'),
    authority: fc.constantFrom('A declaration', 'Waiver under section 1135', '42 USC 1320b-5'),
    area: fc.constant('statewide'),
    categories: some(categoryNames),
    roles: some(callers.flatMap(({ roles }) => roles)),
    purposesOfUse: some(purposes),
    startsAt: moment,
    endsAt: moment,
  });
}

/** Anybody asks for anything; what is on file has to do with it more often than chance would have it. */
export function anyRequest(): fc.Arbitrary<AccessRequest> {
  return fc
    .record({
      who: fc.constantFrom(...names),
      purpose: fc.option(purpose, { freq: 9 }),
      category: fc.constantFrom(...categories),
      agreement: fc.constantFrom({}, {}, fleeingFelons, matching),
      declarations: fc.array(anyDeclaration(), { maxLength: 2 }),
      resident: fc.option(anyFacts(), { freq: 9 }),
      isAbout: fc.boolean(),
    })
    .map(({ who, purpose: stated, category, agreement, declarations, resident, isAbout }) => {
      const situation = { who, purpose: stated, what: category.name, agreement };
      const request = { ...requestOf(situation, category), declarations, resident };
      return isAbout ? aboutIt(request) : request;
    });
}

/** The same request with facts that concern this requester, this resident and this category. */
function aboutIt(request: AccessRequest): AccessRequest {
  const { requester, category, resident } = request;
  if (resident === null) return request;
  const subject = requester.subject;
  return {
    ...request,
    resident: {
      residentId: resident.residentId,
      consents: resident.consents.map((consent) => ({
        ...consent,
        residentId: resident.residentId,
        discloser: category.agency,
        categories: [...new Set([category.name, ...consent.categories])],
        revokedAt: null,
      })),
      relationships: resident.relationships.map((each) => ({
        ...each,
        subject,
        residentId: resident.residentId,
      })),
      breakGlass: resident.breakGlass && {
        ...resident.breakGlass,
        subject,
        residentId: resident.residentId,
        agencies: [category.agency],
      },
    },
  };
}
