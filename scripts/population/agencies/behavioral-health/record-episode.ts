import { addDays, yearsBetween } from '../../dates.ts';
import { fundingOf, paymentOf } from './payment.ts';
import { providers } from './providers.ts';
import type { Provider } from './providers.ts';
import type { Episode, Visit } from './visit.ts';

const settings: Readonly<Record<Episode['setting'], readonly (readonly [Provider, string])[]>> = {
  inpatient: [
    [providers.fairhavenPsychiatric, '72'],
    [providers.elleryPsychiatric, '75'],
  ],
  outpatient: [
    [providers.elleryMentalHealth, '73'],
    [providers.dunmereMentalHealth, '73'],
  ],
  crisis: [[providers.crisisCenter, '73']],
};

/** ICD-10-CM categories of each group of diagnoses. */
const diagnosisCategories: Readonly<Record<Episode['diagnosis'], readonly string[]>> = {
  depressive: ['F32', 'F33'],
  bipolar: ['F31'],
  schizophrenia: ['F20', 'F25'],
  anxiety: ['F40', 'F41'],
  traumaAndStressor: ['F43'],
  attentionDeficit: ['F90'],
};

/** Writes one episode of mental health care down as its provider would report it. */
export function recordEpisode(visit: Visit, episode: Episode): void {
  const { person, desk, book } = visit;
  const [provider, setting] = desk.pick(settings[episode.setting]);
  const key = `E${String(desk.next('episode')).padStart(9, '0')}`;
  const payment = paymentOf(person, episode.from, desk);
  book.MH_EPISODE.push({
    EPISODE_KEY: key,
    CLIENT_KEY: visit.client(provider, episode.from).key,
    PROVIDER_ID: provider.id,
    ADMIT_DT: episode.from,
    DISCHARGE_DT: episode.until,
    SERVICE_SETTING: setting,
    CRISIS: episode.setting === 'crisis' ? 1 : 2,
    DIAGNOSIS_CATEGORY: desk.pick(diagnosisCategories[episode.diagnosis]),
    LEGAL_STATUS: legalStatus(visit, episode),
    SMI_SED: severity(visit, episode),
    REFERRAL_SRC: desk.pick(['01', '03', '03', '06', '97']),
    PAYMENT_SRC: payment,
    FUNDING_SRC: fundingOf(payment, 'MHBG', desk),
    MINOR_CONSENT: consentsAlone(visit, episode) ? 1 : 2,
  });
  if (episode.medication !== null) recordMedication(visit, episode, episode.medication, key);
  if (episode.setting === 'outpatient') recordNotes(visit, episode, key);
}

function isMinor({ person }: Visit, episode: Episode): boolean {
  return yearsBetween(person.birthDate, episode.from) < 18;
}

function legalStatus(visit: Visit, episode: Episode): string {
  if (isMinor(visit, episode)) return '02';
  if (episode.setting === 'outpatient') return '01';
  return visit.desk.pickWeighted([
    ['01', 5],
    ['03', 4],
    ['98', 1],
  ]);
}

/** Serious mental illness is said of adults, serious emotional disturbance of children. */
function severity(visit: Visit, episode: Episode): string {
  const serious = ['schizophrenia', 'bipolar'].includes(episode.diagnosis) || episode.setting === 'inpatient';
  if (isMinor(visit, episode)) return serious ? '2' : '3';
  return serious ? '1' : '4';
}

/** State law lets a minor of twelve or more consent to outpatient care. */
function consentsAlone(visit: Visit, episode: Episode): boolean {
  const ofAge = yearsBetween(visit.person.birthDate, episode.from) >= 12;
  return isMinor(visit, episode) && ofAge && episode.setting === 'outpatient' && visit.desk.happens(0.2);
}

function recordMedication({ desk, book }: Visit, episode: Episode, medication: string, key: string): void {
  book.MH_MEDICATION.push({
    MEDICATION_KEY: `P${String(desk.next('psychotropic medication')).padStart(9, '0')}`,
    EPISODE_KEY: key,
    MEDICATION_NAME: medication,
    START_DT: episode.from,
    END_DT: episode.until,
  });
}

const noteTexts = [
  'Explored conflict with a parent; patient wishes this kept between us.',
  'Nightmares less frequent; discussed what they recall.',
  'Patient spoke of shame and of the childhood home.',
];

function recordNotes({ desk, book }: Visit, episode: Episode, key: string): void {
  const on = addDays(episode.from, 14);
  if (!desk.happens(0.5) || (episode.until !== null && on > episode.until)) return;
  book.MH_PSYCHOTHERAPY_NOTE.push({
    NOTE_KEY: `Y${String(desk.next('psychotherapy note')).padStart(9, '0')}`,
    EPISODE_KEY: key,
    SESSION_DT: on,
    NOTE_TEXT: desk.pick(noteTexts),
  });
}
