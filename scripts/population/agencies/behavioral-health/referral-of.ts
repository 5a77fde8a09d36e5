import { addDays } from '../../dates.ts';
import type { Chance, Row } from '../../recorder.ts';
import type { Arrest, Treatment } from './visit.ts';

const sources: Readonly<Record<Treatment['referredBy'], string>> = {
  self: '01',
  healthProvider: '03',
  school: '04',
  community: '06',
  court: '07',
};
const notApplicable = '96';

/** TEDS MDS 7 and SuDS 13: who sent the client, and what part of the justice system where it was that. */
export function referralOf(treatment: Treatment, arrests: readonly Arrest[], chance: Chance): Row {
  return {
    REFERRAL_SRC: sources[treatment.referredBy],
    DETAILED_CJ_REF: treatment.referredBy === 'court' ? courtOf(treatment, arrests, chance) : notApplicable,
  };
}

/** An arrest of the last year for driving under the influence refers as such; a conviction refers through probation, a diversion through its programme, else a court does. */
function courtOf(treatment: Treatment, arrests: readonly Arrest[], chance: Chance): string {
  const since = addDays(treatment.from, -365);
  const last = arrests.findLast(({ on }) => on <= treatment.from && on >= since);
  if (last?.charges.some(({ offenseCode }) => offenseCode.startsWith('54'))) return '07';
  if (last?.disposition === 'diverted') return '05';
  if (last?.disposition === 'convicted' && (last.disposedOn ?? '') <= treatment.from) return '03';
  return chance.pick(['01', '02']);
}
