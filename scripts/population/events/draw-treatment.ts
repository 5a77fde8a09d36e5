import { addDays } from '../dates.ts';
import type { Chance } from '../recorder.ts';
import { asOf } from '../truth.ts';
import type { EventOf, Settled } from './event-of.ts';

type Treatment = EventOf<'substanceUseTreatment'>;
type Substance = Treatment['primarySubstance'];

const days: Readonly<Record<Treatment['setting'], readonly [number, number]>> = {
  detoxHospital: [2, 7],
  detoxFreeStanding: [3, 10],
  residentialShort: [14, 30],
  residentialLong: [45, 180],
  intensiveOutpatient: [40, 120],
  outpatient: [60, 400],
  ambulatoryDetox: [4, 14],
};

const substances: readonly (readonly [Substance, number])[] = [
  ['alcohol', 36],
  ['heroin', 18],
  ['otherOpiates', 14],
  ['cocaine', 9],
  ['methamphetamine', 11],
  ['marijuana', 9],
  ['benzodiazepine', 3],
];

const opiates: ReadonlySet<Substance> = new Set(['heroin', 'otherOpiates']);

/**
 * An admission to substance use treatment and what became of it, as TEDS would count it. A court refers only
 * where a story says so, because an arrest comes before it.
 */
export function drawTreatment(
  chance: Chance,
  from: string,
  settled: Settled<'substanceUseTreatment'> = {},
): Treatment {
  const setting = settled.setting ?? chance.pickWeighted(settings);
  const end = addDays(from, chance.integer(...days[setting]));
  const lasts = end > asOf;
  const primarySubstance = settled.primarySubstance ?? chance.pickWeighted(substances);
  return {
    kind: 'substanceUseTreatment',
    from,
    until: lasts ? null : end,
    setting,
    primarySubstance,
    secondarySubstance: secondOf(chance, primarySubstance),
    medication: medicationFor(chance, primarySubstance),
    referredBy: chance.pickWeighted(referrals),
    outcome: lasts ? null : chance.pickWeighted(outcomes),
    ...settled,
  };
}

const settings: readonly (readonly [Treatment['setting'], number])[] = [
  ['outpatient', 45],
  ['intensiveOutpatient', 14],
  ['detoxFreeStanding', 14],
  ['residentialShort', 9],
  ['residentialLong', 7],
  ['detoxHospital', 8],
  ['ambulatoryDetox', 3],
];

const referrals: readonly (readonly [Treatment['referredBy'], number])[] = [
  ['self', 40],
  ['healthProvider', 18],
  ['community', 14],
];

const outcomes: readonly (readonly [NonNullable<Treatment['outcome']>, number])[] = [
  ['completed', 42],
  ['droppedOut', 30],
  ['transferred', 18],
  ['terminated', 10],
];

function secondOf(chance: Chance, primary: Substance): Substance | null {
  if (!chance.happens(0.45)) return null;
  const second = chance.pickWeighted(substances);
  return second === primary ? null : second;
}

function medicationFor(chance: Chance, primary: Substance): Treatment['medication'] {
  if (opiates.has(primary)) return chance.happens(0.55) ? chance.pick(['methadone', 'buprenorphine']) : null;
  return primary === 'alcohol' && chance.happens(0.15) ? 'naltrexone' : null;
}
