import { addDays, nextWeekday } from '../dates.ts';
import { ageOn } from '../households/index.ts';
import type { Chance } from '../recorder.ts';
import { asOf, type Charge } from '../truth.ts';
import type { EventOf, Settled } from './event-of.ts';
import { offenses, violenceAtHome } from './offenses.ts';

type Arrest = EventOf<'arrest'>;
type Release = Pick<Arrest, 'bailAmount' | 'bailPostedOn' | 'releasedOn' | 'releaseReason'>;
type Outcome = Pick<Arrest, 'disposition' | 'disposedOn'>;

const shareSealedLater = 0.25;
const shareOfJuvenilesSealed = 0.6;

/** An arrest on a day, from the charges to the disposition, as far as the day of the population reaches. */
export function drawArrest(
  chance: Chance,
  person: { readonly birthDate: string },
  on: string,
  settled: Settled<'arrest'> = {},
): Arrest {
  const domesticViolence = settled.domesticViolence ?? chance.happens(0.08);
  const release = { ...drawRelease(chance, on), ...settled };
  const juvenile = ageOn(person, on) < 18;
  const outcome = { ...drawOutcome(chance, on, release), ...settled };
  return {
    kind: 'arrest',
    on,
    charges: drawCharges(chance, domesticViolence),
    ...release,
    ...outcome,
    sealed: isSealed(chance, outcome, juvenile),
    juvenile,
    domesticViolence,
    ...settled,
  };
}

function drawCharges(chance: Chance, domesticViolence: boolean): readonly Charge[] {
  const count = chance.pickWeighted([
    [1, 62],
    [2, 28],
    [3, 10],
  ]);
  const drawn = Array.from({ length: count }, () => chance.pickWeighted(offenses));
  return [...new Set(domesticViolence ? [violenceAtHome, ...drawn.slice(1)] : drawn)];
}

function drawRelease(chance: Chance, on: string): Release {
  const reason = chance.pickWeighted([
    ['bail', 34],
    ['recognizance', 34],
    ['timeServed', 16],
    ['dismissed', 8],
    ['transferred', 8],
  ] as const);
  const [least, most] = daysInJail[reason];
  const drawn = addDays(on, chance.integer(least, most));
  const releasedOn = isByCourt(reason) ? nextWeekday(drawn) : drawn;
  const bailAmount = reason === 'recognizance' || reason === 'dismissed' ? null : chance.integer(1, 50) * 500;
  if (releasedOn > asOf) return { bailAmount, bailPostedOn: null, releasedOn: null, releaseReason: null };
  return {
    bailAmount,
    bailPostedOn: reason === 'bail' ? releasedOn : null,
    releasedOn,
    releaseReason: reason,
  };
}

/** A release that a court decides on happens on a day on which it sits. */
function isByCourt(reason: Release['releaseReason']): boolean {
  return reason === 'timeServed' || reason === 'dismissed';
}

const daysInJail = {
  bail: [0, 6],
  recognizance: [0, 2],
  timeServed: [12, 150],
  dismissed: [1, 20],
  transferred: [5, 60],
} as const;

function drawOutcome(chance: Chance, on: string, { releaseReason, releasedOn }: Release): Outcome {
  if (releaseReason === 'dismissed') return { disposition: 'dismissed', disposedOn: releasedOn };
  if (releaseReason === 'timeServed') return { disposition: 'convicted', disposedOn: releasedOn };
  const disposedOn = nextWeekday(addDays(on, chance.integer(35, 320)));
  const disposition = chance.pickWeighted([
    ['convicted', 48],
    ['dismissed', 30],
    ['diverted', 17],
    ['acquitted', 5],
  ] as const);
  return disposedOn > asOf ? { disposition: 'pending', disposedOn: null } : { disposition, disposedOn };
}

/** Only what was decided is sealed, and convictions of adults are not. */
function isSealed(chance: Chance, { disposition }: Outcome, juvenile: boolean): boolean {
  if (disposition === 'pending') return false;
  if (juvenile) return chance.happens(shareOfJuvenilesSealed);
  return disposition !== 'convicted' && chance.happens(shareSealedLater);
}
