import type { Statute } from '../statute.ts';
import { massachusettsChapter111Section237 } from './massachusetts-chapter-111-section-237.ts';
import { massachusettsChapter111Section70F } from './massachusetts-chapter-111-section-70f.ts';
import { stateAddressConfidentiality } from './state-address-confidentiality.ts';
import { stateSealingAndExpungement } from './state-sealing-and-expungement.ts';
import { title18Usc2265D3 } from './title-18-usc-2265-d-3.ts';
import { title18Usc5038 } from './title-18-usc-5038.ts';
import { title28Cfr20Section20B } from './title-28-cfr-20-section-20-b.ts';
import { title28Cfr20Section33 } from './title-28-cfr-20-section-33.ts';
import { title34Usc12291B2 } from './title-34-usc-12291-b-2.ts';
import { title42Cfr2Section12D } from './title-42-cfr-2-section-12-d.ts';
import { title42Cfr2Section13C } from './title-42-cfr-2-section-13-c.ts';
import { title42Cfr2Section14 } from './title-42-cfr-2-section-14.ts';
import { title42Cfr2Section23 } from './title-42-cfr-2-section-23.ts';
import { title42Cfr2Section31 } from './title-42-cfr-2-section-31.ts';
import { title42Cfr2Section31B } from './title-42-cfr-2-section-31-b.ts';
import { title42Cfr2Section32 } from './title-42-cfr-2-section-32.ts';
import { title42Cfr2Section33 } from './title-42-cfr-2-section-33.ts';
import { title42Cfr2Section51 } from './title-42-cfr-2-section-51.ts';
import { title42Cfr2Section52 } from './title-42-cfr-2-section-52.ts';
import { title42Cfr2Section53 } from './title-42-cfr-2-section-53.ts';
import { title42Cfr431Section300 } from './title-42-cfr-431-section-300.ts';
import { title42Usc1320B5 } from './title-42-usc-1320b-5.ts';
import { title42Usc602A7 } from './title-42-usc-602-a-7.ts';
import { title45Cfr164Section502G3 } from './title-45-cfr-164-section-502-g-3.ts';
import { title45Cfr164Section506 } from './title-45-cfr-164-section-506.ts';
import { title45Cfr164Section508A2 } from './title-45-cfr-164-section-508-a-2.ts';
import { title45Cfr164Section510B4 } from './title-45-cfr-164-section-510-b-4.ts';
import { title45Cfr164Section512K6 } from './title-45-cfr-164-section-512-k-6.ts';
import { title45Cfr164Section514D } from './title-45-cfr-164-section-514-d.ts';
import { title45Cfr164Section524 } from './title-45-cfr-164-section-524.ts';
import { title45Cfr205Section50 } from './title-45-cfr-205-section-50.ts';
import { title45Cfr98Section15 } from './title-45-cfr-98-section-15.ts';
import { title5Usc552aB } from './title-5-usc-552a-b.ts';
import { title5Usc552aD } from './title-5-usc-552a-d.ts';
import { title5Usc552aNote7 } from './title-5-usc-552a-note-7.ts';
import { title5Usc552aO } from './title-5-usc-552a-o.ts';
import { title7Cfr272Section1C } from './title-7-cfr-272-section-1-c.ts';
import { title7Cfr272Section1C1Vii } from './title-7-cfr-272-section-1-c-1-vii.ts';
import { volume69Fr45888 } from './volume-69-fr-45888.ts';

/**
 * Every law. Where several deny, the first is the most telling: what binds every purpose, then what guards one kind
 * of record by itself, then the law of its programme, then the general law of access.
 */
export const statutes: readonly Statute[] = [
  title5Usc552aO,
  massachusettsChapter111Section237,
  title42Cfr2Section12D,
  title42Cfr2Section31B,
  title42Cfr2Section14,
  title42Cfr2Section23,
  title42Cfr2Section51,
  title42Cfr2Section33,
  title42Cfr2Section31,
  title42Cfr2Section52,
  title42Cfr2Section53,
  title42Cfr2Section13C,
  title42Cfr2Section32,
  title45Cfr164Section508A2,
  title45Cfr164Section502G3,
  title42Usc1320B5,
  title45Cfr164Section510B4,
  title45Cfr164Section506,
  title45Cfr164Section512K6,
  title45Cfr164Section514D,
  massachusettsChapter111Section70F,
  title34Usc12291B2,
  stateAddressConfidentiality,
  title18Usc2265D3,
  volume69Fr45888,
  title7Cfr272Section1C1Vii,
  title7Cfr272Section1C,
  title42Usc602A7,
  title45Cfr205Section50,
  title42Cfr431Section300,
  title45Cfr98Section15,
  stateSealingAndExpungement,
  title18Usc5038,
  title28Cfr20Section33,
  title28Cfr20Section20B,
  title5Usc552aNote7,
  title5Usc552aB,
  title45Cfr164Section524,
  title5Usc552aD,
];
