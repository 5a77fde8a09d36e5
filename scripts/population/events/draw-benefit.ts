import { addDays } from '../dates.ts';
import type { Chance } from '../recorder.ts';
import { asOf } from '../truth.ts';
import type { EventOf, Settled } from './event-of.ts';

type Benefit = EventOf<'benefit'>;

/** A spell of benefits that was applied for on a day: in force to this day unless the story says otherwise. */
export function drawBenefit(
  chance: Chance,
  appliedOn: string,
  settled: Settled<'benefit'> & Pick<Benefit, 'program' | 'unit'>,
): Benefit {
  const decided = addDays(appliedOn, chance.integer(3, 30));
  const pending = decided > asOf;
  return {
    kind: 'benefit',
    appliedOn,
    from: pending ? null : decided,
    until: null,
    outcome: pending ? 'pending' : 'active',
    reason: null,
    ...settled,
  };
}
