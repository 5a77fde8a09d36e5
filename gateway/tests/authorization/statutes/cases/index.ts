import type { CasesOfLaw } from '../situation/index.ts';
import { massachusettsChapter111Section237Cases } from './massachusetts-chapter-111-section-237.ts';
import { massachusettsChapter111Section70FCases } from './massachusetts-chapter-111-section-70f.ts';
import { stateAddressConfidentialityCases } from './state-address-confidentiality.ts';
import { stateSealingAndExpungementCases } from './state-sealing-and-expungement.ts';
import { title18Usc2265D3Cases } from './title-18-usc-2265-d-3.ts';
import { title18Usc5038Cases } from './title-18-usc-5038.ts';
import { title28Cfr20Section20BCases } from './title-28-cfr-20-section-20-b.ts';
import { title28Cfr20Section33Cases } from './title-28-cfr-20-section-33.ts';
import { title34Usc12291B2Cases } from './title-34-usc-12291-b-2.ts';
import { title42Cfr2Section12DCases } from './title-42-cfr-2-section-12-d.ts';
import { title42Cfr2Section13CCases } from './title-42-cfr-2-section-13-c.ts';
import { title42Cfr2Section14Cases } from './title-42-cfr-2-section-14.ts';
import { title42Cfr2Section23Cases } from './title-42-cfr-2-section-23.ts';
import { title42Cfr2Section31Cases } from './title-42-cfr-2-section-31.ts';
import { title42Cfr2Section31BCases } from './title-42-cfr-2-section-31-b.ts';
import { title42Cfr2Section32Cases } from './title-42-cfr-2-section-32.ts';
import { title42Cfr2Section33Cases } from './title-42-cfr-2-section-33.ts';
import { title42Cfr2Section51Cases } from './title-42-cfr-2-section-51.ts';
import { title42Cfr2Section52Cases } from './title-42-cfr-2-section-52.ts';
import { title42Cfr2Section53Cases } from './title-42-cfr-2-section-53.ts';
import { title42Cfr431Section300Cases } from './title-42-cfr-431-section-300.ts';
import { title42Usc1320B5Cases } from './title-42-usc-1320b-5.ts';
import { title42Usc602A7Cases } from './title-42-usc-602-a-7.ts';
import { title45Cfr164Section502G3Cases } from './title-45-cfr-164-section-502-g-3.ts';
import { title45Cfr164Section506Cases } from './title-45-cfr-164-section-506.ts';
import { title45Cfr164Section508A2Cases } from './title-45-cfr-164-section-508-a-2.ts';
import { title45Cfr164Section510B4Cases } from './title-45-cfr-164-section-510-b-4.ts';
import { title45Cfr164Section512K6Cases } from './title-45-cfr-164-section-512-k-6.ts';
import { title45Cfr164Section514DCases } from './title-45-cfr-164-section-514-d.ts';
import { title45Cfr164Section524Cases } from './title-45-cfr-164-section-524.ts';
import { title45Cfr205Section50Cases } from './title-45-cfr-205-section-50.ts';
import { title45Cfr98Section15Cases } from './title-45-cfr-98-section-15.ts';
import { title5Usc552aBCases } from './title-5-usc-552a-b.ts';
import { title5Usc552aDCases } from './title-5-usc-552a-d.ts';
import { title5Usc552aNote7Cases } from './title-5-usc-552a-note-7.ts';
import { title5Usc552aOCases } from './title-5-usc-552a-o.ts';
import { title7Cfr272Section1CCases } from './title-7-cfr-272-section-1-c.ts';
import { title7Cfr272Section1C1ViiCases } from './title-7-cfr-272-section-1-c-1-vii.ts';
import { volume69Fr45888Cases } from './volume-69-fr-45888.ts';

/** The tables of all laws. */
export const statuteCases: readonly CasesOfLaw[] = [
  massachusettsChapter111Section237Cases,
  massachusettsChapter111Section70FCases,
  stateAddressConfidentialityCases,
  stateSealingAndExpungementCases,
  title18Usc2265D3Cases,
  title18Usc5038Cases,
  title28Cfr20Section20BCases,
  title28Cfr20Section33Cases,
  title34Usc12291B2Cases,
  title42Cfr2Section12DCases,
  title42Cfr2Section13CCases,
  title42Cfr2Section14Cases,
  title42Cfr2Section23Cases,
  title42Cfr2Section31Cases,
  title42Cfr2Section31BCases,
  title42Cfr2Section32Cases,
  title42Cfr2Section33Cases,
  title42Cfr2Section51Cases,
  title42Cfr2Section52Cases,
  title42Cfr2Section53Cases,
  title42Cfr431Section300Cases,
  title42Usc1320B5Cases,
  title42Usc602A7Cases,
  title45Cfr164Section502G3Cases,
  title45Cfr164Section506Cases,
  title45Cfr164Section508A2Cases,
  title45Cfr164Section510B4Cases,
  title45Cfr164Section512K6Cases,
  title45Cfr164Section514DCases,
  title45Cfr164Section524Cases,
  title45Cfr205Section50Cases,
  title45Cfr98Section15Cases,
  title5Usc552aBCases,
  title5Usc552aDCases,
  title5Usc552aNote7Cases,
  title5Usc552aOCases,
  title7Cfr272Section1CCases,
  title7Cfr272Section1C1ViiCases,
  volume69Fr45888Cases,
];
