import { isUnderPartTwo, ownRecord, partTwoRecords } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/** Patients see their own records, without any consent. The counsellor's notes are not among them. */
export const title42Cfr2Section23 = statuteOf({
  id: '42-cfr-2-23',
  citation: '42 CFR 2.23',
  title: 'Patient access and restrictions on use',
  covers: [...partTwoRecords],
  speaksOf: isUnderPartTwo('2.23'),
  grounds: [{ citation: '42 CFR 2.23(a)', when: ownRecord }],
  otherwise: () => ({ citation: '42 CFR 2.23(a)', reason: 'RELATIONSHIP', remedy: 'NONE' }),
});
