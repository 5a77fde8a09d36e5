import { brokenGlass, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.508(a)(2): Authorization required: psychotherapy notes. */
export const title45Cfr164Section508A2Cases: CasesOfLaw = {
  law: '45-cfr-164-508-a-2',
  cases: [
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'psychotherapy-notes',
      facts: [relationship('treating')],
      expected: permits('45 CFR 164.508(a)(2)(i)(A)'),
      why: 'the clinician who treats',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'psychotherapy-notes',
      expected: denies('45 CFR 164.508(a)(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a colleague who doesn’t',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'TREAT',
      what: 'psychotherapy-notes',
      facts: [relationship('treating'), consent('treatment-payment-operations')],
      expected: denies('45 CFR 164.508(a)(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a consent for treatment, payment and operations never reaches notes',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'TREAT',
      what: 'psychotherapy-notes',
      facts: [consent('specific')],
      expected: denies('45 CFR 164.508(a)(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'an authorization for notes may not be combined with another',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'TREAT',
      what: 'psychotherapy-notes',
      facts: [consent('notes')],
      expected: permits('45 CFR 164.508(a)(2)', 'no-redisclosure'),
      why: 'an authorization of their own',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'THREAT',
      what: 'psychotherapy-notes',
      facts: [brokenGlass('IMMINENT_DANGER')],
      expected: permits('45 CFR 164.508(a)(2)(ii)', 'notify-provider'),
      why: 'a serious and imminent threat',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'THREAT',
      what: 'psychotherapy-notes',
      expected: denies('45 CFR 164.508(a)(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'which somebody has to answer for',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'psychotherapy-notes',
      expected: denies('45 CFR 164.524(a)(1)(i)', 'STATUTE', 'NONE'),
      why: 'notes are no part of what individuals may inspect',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'psychotherapy-notes',
      facts: [consent('general')],
      expected: denies('45 CFR 164.508(a)(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a general release least of all',
    },
  ],
};
