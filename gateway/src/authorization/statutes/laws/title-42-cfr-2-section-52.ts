import { isUnderPartTwo, partTwoRecords } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/** Research may report on patients in the aggregate only; rows leave by an approved protocol outside the graph. */
export const title42Cfr2Section52 = statuteOf({
  id: '42-cfr-2-52',
  citation: '42 CFR 2.52',
  title: 'Scientific research',
  covers: [...partTwoRecords, 'sud-counseling-notes'],
  speaksOf: isUnderPartTwo('2.52'),
  grounds: [],
  otherwise: () => ({ citation: '42 CFR 2.52(b)', reason: 'STATUTE', remedy: 'NONE' }),
});
