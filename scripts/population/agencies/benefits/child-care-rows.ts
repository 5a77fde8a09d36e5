import { yearsBetween } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import type { Assistance } from './assistance.ts';

/** Children under 13 may have their care paid (45 CFR 98.20(a)(1)). */
const ageLimit = 13;

const providers = [
  ['Harbor Light Early Learning', 'C'],
  ['Little Cedars Child Development Center', 'C'],
  ['Northside Family Child Care', 'F'],
  ['Meadow Lane Group Home', 'G'],
  ['Care by a relative', 'R'],
] as const;

/** Authorisations of care, one for each child of the unit. */
export function childCareRows({ event, head, members, caseNumber }: Assistance, desk: IntakeDesk): Row[] {
  const { from, until } = event;
  if (from === null) return [];
  const children = members.filter(({ person }) => yearsBetween(person.birthDate, from) < ageLimit);
  return children.map(({ clientId }) => {
    const [provider, setting] = desk.pick(providers);
    const hours = desk.integer(8, 18) * 10;
    return {
      AUTH_SEQ: desk.next('authorization'),
      CASE_NBR: caseNumber,
      CHLD_CLNT_ID: clientId,
      PRVDR_NM: provider,
      STNG_CD: setting,
      MO_HRS: hours,
      MO_SBSDY_AMT: hours * 6.25,
      MO_COPAY_AMT: desk.integer(0, 12) * 7.5,
      CARE_RSN_CD: reasonForCare(head, from, desk),
      AUTH_BEG_DT: from,
      AUTH_END_DT: until,
    };
  });
}

/** ACF-801 Reason for Receiving Subsidized Child Care. */
function reasonForCare({ events }: Person, on: string, desk: IntakeDesk): string {
  if (events.some((event) => event.kind === 'domesticViolence' && event.on <= on)) return '4';
  if (events.some((event) => event.kind === 'employment' && event.from <= on))
    return desk.pick(['1', '1', '3']);
  return desk.pick(['2', '5']);
}
