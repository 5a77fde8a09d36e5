import { categoriesOf } from '../categories-of-agencies.ts';
import {
  accessRefused,
  asGuardian,
  asHousehold,
  assuredTo,
  isPersonalRequest,
  ownRecord,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/** Open to everybody, or telling nothing: nobody has to be an individual to whom they pertain. */
const aboutNobody = new Set(['court-record', 'justice-section']);

/** Programmes under a health law of their own. */
const underHealthLaw = new Set(['medicaid', 'medicaid-eligibility-detail']);

/**
 * Individuals may see the record that an agency keeps of them, and parents and guardians act for them, once it is
 * sure enough who asks. A personal purpose opens nobody else's record.
 */
export const title5Usc552aD = statuteOf({
  id: '5-usc-552a-d',
  citation: '5 USC 552a(d)(1)',
  title: 'Access to records by the individual to whom they pertain',
  covers: [
    ...categoriesOf.residents,
    ...categoriesOf.benefits.filter((category) => !underHealthLaw.has(category)),
    ...categoriesOf.housing,
    ...categoriesOf.justice.filter((category) => !aboutNobody.has(category)),
  ],
  speaksOf: isPersonalRequest,
  grounds: [
    { citation: '5 USC 552a(d)(1)', when: allOf(assuredTo(2), ownRecord) },
    { citation: '5 USC 552a(h)', when: allOf(assuredTo(2), asGuardian) },
    {
      citation: '5 USC 552a(h)',
      when: allOf(assuredTo(2), ({ category }) => category.agency === 'residents', asHousehold),
    },
  ],
  otherwise: accessRefused('5 USC 552a(d)(1)', '5 USC 552a(d)(1)'),
});
