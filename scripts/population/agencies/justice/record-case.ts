import { addDays, nextWeekday } from '../../dates.ts';
import { asOf } from '../../truth.ts';
import { chargeRow } from './charge-row.ts';
import type { ChargeEnd } from './charge-row.ts';
import { juvenileCourt } from './counties.ts';
import type { Arrest, Filing } from './filing.ts';

const defenders = ['P. Ashgrove', 'D. Merrow', 'L. Tamsin', 'R. Quillfeather', 'S. Oakhart'];

/**
 * Writes down what the court holds of an arrest: the case, its charges and its hearings. Answers the case's key.
 */
export function recordCase(filing: Filing, end: ChargeEnd | null): number {
  const courtCase = filing.desk.next('case');
  writeCase(filing, courtCase, end);
  writeCharges(filing, courtCase, end);
  for (const hearing of hearingsOf(filing.arrest, filing)) writeHearing(filing, courtCase, hearing);
  return courtCase;
}

function writeCase(
  { arrest, subject, county, desk, book }: Filing,
  courtCase: number,
  end: ChargeEnd | null,
): void {
  const type = caseType(arrest);
  const filedOn = earlier(addDays(arrest.on, 2), asOf);
  const serial = String(desk.next(`case ${filedOn.slice(0, 4)}`)).padStart(6, '0');
  book.CourtCase.push({
    CaseID: courtCase,
    SubjectID: subject,
    CaseNumberText: `${filedOn.slice(0, 4)}-${type}-${serial}`,
    CourtID: arrest.juvenile ? county.number + juvenileCourt : county.number,
    CaseTypeCode: type,
    CaseStatusCode: end === null ? 'O' : 'D',
    CaseFilingDate: filedOn,
    CaseDomesticViolenceIndicator: arrest.domesticViolence ? 1 : 0,
    CaseDefenseAttorneyName: desk.happens(0.85) ? `${desk.pick(defenders)}, Public Defender` : null,
    CaseSealedIndicator: arrest.sealed ? 1 : 0,
    CaseJuvenileIndicator: arrest.juvenile ? 1 : 0,
  });
}

function caseType({ juvenile, charges }: Arrest): string {
  if (juvenile) return 'JV';
  if (charges.some(({ severity }) => severity === 'felony')) return 'CF';
  return charges.some(({ severity }) => severity === 'misdemeanor') ? 'CM' : 'CI';
}

function writeCharges({ arrest, desk, book }: Filing, courtCase: number, end: ChargeEnd | null): void {
  arrest.charges.forEach((charge, index) => {
    book.CaseCharge.push({
      ChargeID: desk.next('case charge'),
      CaseID: courtCase,
      ...chargeRow(charge, index + 1, arrest.on, end),
    });
  });
}

interface Hearing {
  readonly on: string;
  readonly type: 'ARR' | 'PTC' | 'TRL' | 'DSP';
}

/**
 * Arraignment on the third day; then either the hearing that ended the case or one that is still to come. Courts
 * sit on weekdays.
 */
function hearingsOf(arrest: Arrest, { desk }: Filing): readonly Hearing[] {
  const arraignment: Hearing = { on: nextWeekday(addDays(arrest.on, 3)), type: 'ARR' };
  const { disposedOn } = arrest;
  if (disposedOn === null) {
    const lasting = addDays(arrest.on, 400) > asOf;
    if (!lasting) return [arraignment];
    return [arraignment, { on: nextWeekday(addDays(asOf, desk.integer(3, 60))), type: 'PTC' }];
  }
  const pretrial: Hearing = { on: nextWeekday(addDays(arrest.on, 21)), type: 'PTC' };
  const type = arrest.disposition === 'acquitted' ? 'TRL' : 'DSP';
  const ending: Hearing = { on: nextWeekday(disposedOn), type };
  return [arraignment, pretrial, ending].filter(({ on }) => on <= ending.on);
}

function writeHearing({ county, desk, book }: Filing, courtCase: number, { on, type }: Hearing): void {
  const hour = String(desk.integer(14, 20));
  book.CaseHearing.push({
    HearingID: desk.next('hearing'),
    CaseID: courtCase,
    HearingDateTime: `${on}T${hour}:${desk.pick(['00', '30'])}:00Z`,
    HearingTypeCode: type,
    HearingStatusCode: hearingStatus(on, desk.happens(0.05)),
    CourtroomText: `${county.number}${desk.pick(['A', 'B', 'C'])}`,
  });
}

function hearingStatus(on: string, cancelled: boolean): string {
  if (on > asOf) return 'S';
  return cancelled ? 'C' : 'H';
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
