import { isUnderPartTwo, ownAgency, partTwoRecords, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/** The programme's own privacy officer reviews how records were used; what is seen serves nothing else. */
export const title42Cfr2Section53 = statuteOf({
  id: '42-cfr-2-53',
  citation: '42 CFR 2.53',
  title: 'Management audits, financial audits, and program evaluation',
  covers: [...partTwoRecords],
  speaksOf: isUnderPartTwo('2.53'),
  grounds: [
    {
      citation: '42 CFR 2.53(a)',
      when: allOf(ownAgency, worksAs('privacy-officer')),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '42 CFR 2.53', reason: 'ROLE', remedy: 'NONE' }),
});
