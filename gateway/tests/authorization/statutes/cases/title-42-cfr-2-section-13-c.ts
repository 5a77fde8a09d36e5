import { conceals, consent, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.13(c): Acknowledging the presence of patients. */
export const title42Cfr2Section13CCases: CasesOfLaw = {
  law: '42-cfr-2-13-c',
  cases: [
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'behavioral-health-section',
      expected: permits('42 CFR 2.13(c)'),
      why: 'every resident has the section: it tells nothing',
    },
    {
      who: 'registrar',
      purpose: 'HOPERAT',
      what: 'resident-crosswalk-concealed',
      expected: permits('42 CFR 2.13(c)'),
      why: 'the index keeps its own links',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'resident-crosswalk-concealed',
      facts: [consent('treatment-payment-operations'), relationship('treating')],
      expected: conceals('42 CFR 2.13(c)', 'STATUTE', 'NONE'),
      why: 'that there is a programme that knows the resident is the secret itself',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'resident-crosswalk-concealed',
      expected: conceals('42 CFR 2.13(c)', 'STATUTE', 'NONE'),
      why: 'somebody may look over the resident’s shoulder',
    },
  ],
};
