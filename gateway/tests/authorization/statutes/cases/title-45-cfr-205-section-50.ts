import { consent, denies, inHours, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 205.50: Safeguarding information for the financial assistance programs. */
export const title45Cfr205Section50Cases: CasesOfLaw = {
  law: '45-cfr-205-50',
  cases: [
    {
      who: 'tanfCaseworker',
      purpose: 'ELIGDTRM',
      what: 'tanf',
      expected: permits('45 CFR 205.50(a)(1)(i)(A)'),
      why: 'the administration of the plan',
    },
    {
      who: 'childCareWorker',
      purpose: 'ELIGDTRM',
      what: 'child-care-assistance',
      expected: permits('45 CFR 205.50(a)(1)(i)(A)'),
      why: 'help on the basis of need',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'tanf',
      expected: permits('45 CFR 205.50(a)(1)(i)(A)', 'no-redisclosure'),
      why: 'child welfare (titles IV-B and IV-E) is on the list',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'HOPERAT',
      what: 'tanf',
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'for the protection of children, not for its own statistics',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'tanf',
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'a mailing by a food bank, or a landlord’s question, isn’t',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'tanf',
      facts: [consent('specific')],
      expected: permits('45 CFR 205.50(a)(2)(iv)', 'no-redisclosure'),
      why: 'unless the recipient agrees to this release',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'tanf',
      facts: [consent('specific', { validUntil: inHours(-1) })],
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'as long as the recipient agrees',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'tanf',
      facts: [relationship('supervision')],
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'proceedings that aren’t about the plan',
    },
    {
      who: 'benefitsPrivacyOfficer',
      purpose: 'AUDIT',
      what: 'tanf',
      expected: permits('45 CFR 205.50(a)(1)(i)(E)'),
      why: 'audits',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'tanf',
      expected: permits('45 CFR 205.50(a)(2)(iv)'),
      why: 'recipients themselves',
    },
    {
      who: 'tanfCaseworker',
      purpose: 'PUBHLTH',
      what: 'tanf',
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'the caseworker’s other purposes aren’t on the list',
    },
    {
      who: 'housingCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'tanf',
      expected: denies('45 CFR 205.50(a)(1)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'housing isn’t child welfare',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'benefits-household',
      facts: [relationship('guardian')],
      expected: permits('45 CFR 205.50(a)(2)(iv)'),
      why: 'parents speak for their child',
    },
  ],
};
