import { addDays, yearsBetween } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { chooseProgram } from './choose-program.ts';
import { fundingOf, paymentOf } from './payment.ts';
import type { Provider } from './providers.ts';
import { recordSubstances } from './record-substances.ts';
import { referralOf } from './referral-of.ts';
import { treatmentEnd } from './treatment-end.ts';
import type { TreatmentEnd } from './treatment-end.ts';
import { arrestsOf, treatmentsOf } from './visit.ts';
import type { Client, Treatment, Visit } from './visit.ts';

const serviceSettings: Readonly<Record<Treatment['setting'], string>> = {
  detoxHospital: '01',
  detoxFreeStanding: '02',
  residentialShort: '04',
  residentialLong: '05',
  intensiveOutpatient: '06',
  outpatient: '07',
  ambulatoryDetox: '08',
};
const medicationCodes = { methadone: 'MTHD', buprenorphine: 'BUPR', naltrexone: 'NLTX' } as const;

/** Writes one treatment episode down as its programme would report it under TEDS. */
export function recordTreatment(visit: Visit, treatment: Treatment): void {
  const provider = chooseProgram(treatment, visit.desk);
  const client = visit.client(provider, treatment.from);
  const key = `A${String(visit.desk.next('admission')).padStart(9, '0')}`;
  const end = treatmentEnd(treatment, arrestsOf(visit.person));
  const admission = admissionRow(visit, treatment, { key, provider, client });
  visit.book.TEDS_ADMISSION.push(admission);
  recordSubstances(visit, treatment, { recordKey: key, stage: 'admission' });
  if (treatment.setting === 'intensiveOutpatient') stepDown(visit, treatment, admission, end);
  if (treatment.medication !== null) recordMedication(visit, treatment, treatment.medication, key, end);
  if (end !== null) recordDischarge(visit, treatment, key, end);
  recordNotes(visit, treatment, key, end);
}

interface Admission {
  readonly key: string;
  readonly provider: Provider;
  readonly client: Client;
}

function admissionRow(visit: Visit, treatment: Treatment, { key, provider, client }: Admission): Row {
  const { person, desk } = visit;
  const opioid = [treatment.primarySubstance, treatment.secondarySubstance].some(
    (substance) => substance === 'heroin' || substance === 'otherOpiates',
  );
  const opioidTherapy = treatment.medication === null ? '2' : '1';
  const payment = paymentOf(person, treatment.from, desk);
  return {
    ADMISSION_KEY: key,
    CLIENT_KEY: client.key,
    PROVIDER_ID: provider.id,
    CLIENT_ID: client.id,
    TRANS_TYPE: 'A',
    EPISODE_KEY: key,
    ADMIT_DT: treatment.from,
    CODEPENDENT: 2,
    PRIOR_EPISODES: priorEpisodes(visit, treatment),
    ...referralOf(treatment, arrestsOf(person), desk),
    SERVICE_SETTING: serviceSettings[treatment.setting],
    MAT_OPIOID: opioid ? opioidTherapy : '6',
    ARRESTS_30: arrestsBefore(visit, treatment),
    DAYS_WAITING: desk.happens(0.1) ? null : desk.integer(0, 21),
    PAYMENT_SRC: payment,
    FUNDING_SRC: fundingOf(payment, treatment.referredBy === 'court' ? 'JUST' : 'SUBG', desk),
    MINOR_CONSENT: consentsAlone(visit, treatment) ? 1 : 2,
  };
}

function priorEpisodes({ person, desk }: Visit, treatment: Treatment): string {
  if (desk.happens(0.04)) return desk.pick(['7', '8']);
  const earlier = treatmentsOf(person).filter(({ from }) => from < treatment.from).length;
  return String(Math.min(earlier, 5));
}

/** What the client tells of the last thirty days; of a sealed or juvenile arrest they need not tell. */
function arrestsBefore({ person, desk }: Visit, treatment: Treatment): number | null {
  if (desk.happens(0.05)) return null;
  const since = addDays(treatment.from, -30);
  return arrestsOf(person).filter(
    ({ on, sealed, juvenile }) => !sealed && !juvenile && on >= since && on <= treatment.from,
  ).length;
}

/** State law lets a minor of twelve or more consent to such care; the person of that trap always does. */
function consentsAlone({ person, desk }: Visit, treatment: Treatment): boolean {
  const age = yearsBetween(person.birthDate, treatment.from);
  if (age >= 18 || age < 12) return false;
  return person.traps.includes('minorInOwnTreatment') || desk.happens(0.3);
}

/** Half of the intensive programmes go on as ordinary outpatient care: a TEDS transfer within the episode. */
function stepDown(
  { desk, book }: Visit,
  treatment: Treatment,
  admission: Row,
  end: TreatmentEnd | null,
): void {
  const on = addDays(treatment.from, 42);
  if (!desk.happens(0.5) || on >= (end?.on ?? asOf)) return;
  book.TEDS_ADMISSION.push({
    ...admission,
    ADMISSION_KEY: `T${String(desk.next('transfer')).padStart(9, '0')}`,
    TRANS_TYPE: 'T',
    ADMIT_DT: on,
    SERVICE_SETTING: serviceSettings.outpatient,
  });
}

function recordMedication(
  { desk, book }: Visit,
  treatment: Treatment,
  medication: NonNullable<Treatment['medication']>,
  key: string,
  end: TreatmentEnd | null,
): void {
  book.TEDS_MEDICATION.push({
    MEDICATION_KEY: `M${String(desk.next('treatment medication')).padStart(9, '0')}`,
    ADMISSION_KEY: key,
    MEDICATION_CD: medicationCodes[medication],
    START_DT: treatment.from,
    END_DT: end?.on ?? null,
  });
}

function recordDischarge(visit: Visit, treatment: Treatment, key: string, end: TreatmentEnd): void {
  const dischargeKey = `D${String(visit.desk.next('discharge')).padStart(9, '0')}`;
  visit.book.TEDS_DISCHARGE.push({
    DISCHARGE_KEY: dischargeKey,
    ADMISSION_KEY: key,
    LAST_CONTACT_DT: end.lastContactOn,
    DISCHARGE_DT: end.on,
    REASON: end.reason,
    SERVICE_SETTING: serviceSettings[treatment.setting],
  });
  recordSubstances(visit, treatment, { recordKey: dischargeKey, stage: 'discharge' });
}

const noteTexts = [
  'Client spoke of triggers at home; agreed on a plan for the weekend.',
  'Session on relapse prevention; client named two people to call.',
  'Client doubts the programme; ambivalence explored.',
  'Client described grief after a loss; linked it to use.',
];

function recordNotes(
  { desk, book }: Visit,
  treatment: Treatment,
  key: string,
  end: TreatmentEnd | null,
): void {
  const sessions = desk.integer(0, 2);
  for (let session = 0; session < sessions; session += 1) {
    const on = addDays(treatment.from, 3 + session * 7);
    if (end !== null && on > end.on) return;
    book.SUD_COUNSELING_NOTE.push({
      NOTE_KEY: `N${String(desk.next('counseling note')).padStart(9, '0')}`,
      ADMISSION_KEY: key,
      SESSION_DT: on,
      NOTE_TEXT: desk.pick(noteTexts),
    });
  }
}
