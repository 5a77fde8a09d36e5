import { conceals, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** M.G.L. c. 111, section 237: Public health data warehouse: aggregate, de-identified answers. */
export const massachusettsChapter111Section237Cases: CasesOfLaw = {
  law: 'mgl-c-111-section-237',
  cases: [
    {
      who: 'researcher',
      purpose: 'HRESCH',
      what: 'sud-treatment',
      facts: [consent('specific')],
      expected: denies('M.G.L. c. 111, section 237', 'STATUTE', 'NONE'),
      why: 'research gets no rows',
    },
    {
      who: 'researcher',
      purpose: 'HRESCH',
      what: 'resident-demographics',
      expected: denies('M.G.L. c. 111, section 237', 'STATUTE', 'NONE'),
      why: 'not even the harmless ones',
    },
    {
      who: 'researcher',
      purpose: 'PUBHLTH',
      what: 'snap',
      expected: denies('M.G.L. c. 111, section 237', 'STATUTE', 'NONE'),
      why: 'a researcher stays one under another purpose',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HRESCH',
      what: 'housing-enrollment',
      facts: [relationship('caseload')],
      expected: denies('M.G.L. c. 111, section 237', 'STATUTE', 'NONE'),
      why: 'research stays research under another role',
    },
    {
      who: 'researcher',
      purpose: 'HRESCH',
      what: 'sealed-record',
      expected: conceals('M.G.L. c. 111, section 237', 'STATUTE', 'NONE'),
      why: 'and what is concealed stays so',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'housing-enrollment',
      expected: permits('M.G.L. c. 111, section 237'),
      why: 'casework isn’t research',
    },
    {
      who: 'researcherAsResident',
      purpose: 'PATRQT',
      what: 'housing-enrollment',
      expected: permits('M.G.L. c. 111, section 237'),
      why: 'researchers are residents, too, and see their own record by other laws',
    },
  ],
};
