import type { Caller } from '../../../src/authentication/index.ts';
import type { DisclosureContext } from '../../../src/authorization/guarding/index.ts';
import type { Decision, DecisionTable } from '../../../src/authorization/policy/index.ts';

export const caller: Caller = {
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'caseworkers-page',
  purposesOfUse: null,
  residentId: null,
  trainings: ['hmis-privacy'],
  assuranceLevel: 2,
};

const denial: Decision = {
  kind: 'deny',
  reason: 'AGREEMENT',
  authority: 'none',
  remedy: 'REQUEST_AGREEMENT',
  agreement: null,
  category: 'any',
  isConcealed: false,
};

const decisions: Readonly<Record<string, Decision>> = {
  'court-record': { kind: 'permit', agreements: [], citations: [], obligations: [], transforms: [] },
  'custody-record': { kind: 'undetermined', authority: 'some law', category: 'custody-record' },
  'justice-section': { kind: 'undetermined', authority: 'some law', category: 'justice-section' },
  'sealed-record': { ...denial, isConcealed: true },
};

/** What the agency `justice` owns, as the vectors' token tells it. */
export const categoriesOf = (agency: string): readonly string[] =>
  agency === 'justice' ? [...Object.keys(decisions), 'criminal-history'] : ['snap'];

/** A requester for whom it is decided as in the vectors' token. */
export function contextOf(changes: Partial<DisclosureContext> = {}, who: Caller = caller): DisclosureContext {
  const table: DecisionTable = {
    digest: 'digest',
    caller: who,
    purposeOfUse: 'HOUSING_PLACEMENT',
    permitted: new Set(['court-record']),
    undetermined: new Set(['custody-record', 'justice-section']),
    ofField: () => denial,
    ofArgument: () => null,
    ofCategory: (category) => (Object.hasOwn(decisions, category) && decisions[category]) || denial,
    forResident: () => ({ ofField: () => denial as never, ofCategory: () => denial as never }),
  };
  return {
    caller: who,
    purposeOfUse: 'HOUSING_PLACEMENT',
    table,
    epoch: 7,
    decidedCategories: [],
    asked: null,
    ...changes,
  };
}
