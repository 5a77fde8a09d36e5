import type { Row } from '../../recorder.ts';
import { chooseProgram } from './choose-program.ts';
import { paymentOf } from './payment.ts';
import type { Treatment, Visit } from './visit.ts';

/**
 * Writes down that somebody came for help because of another's treatment: a TEDS admission with the
 * co-dependent flag and without substances of their own.
 */
export function recordCollateral(visit: Visit, treatmentOfTheOther: Treatment): void {
  const { person, desk, book } = visit;
  const on = treatmentOfTheOther.from;
  const provider = chooseProgram({ ...treatmentOfTheOther, setting: 'outpatient', medication: null }, desk);
  const client = visit.client(provider, on);
  const key = `A${String(desk.next('admission')).padStart(9, '0')}`;
  book.TEDS_ADMISSION.push({
    ADMISSION_KEY: key,
    CLIENT_KEY: client.key,
    PROVIDER_ID: provider.id,
    CLIENT_ID: client.id,
    TRANS_TYPE: 'A',
    EPISODE_KEY: key,
    ADMIT_DT: on,
    ...notApplicable,
    PAYMENT_SRC: paymentOf(person, on, desk),
    FUNDING_SRC: 'SGF',
  });
}

const notApplicable: Row = {
  CODEPENDENT: 1,
  PRIOR_EPISODES: '8',
  REFERRAL_SRC: '01',
  DETAILED_CJ_REF: '96',
  SERVICE_SETTING: '96',
  MAT_OPIOID: '6',
  ARRESTS_30: null,
  DAYS_WAITING: null,
  MINOR_CONSENT: 2,
};
