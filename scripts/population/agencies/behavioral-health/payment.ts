import type { Chance } from '../../recorder.ts';
import type { Person } from '../../truth.ts';

const medicaid = '04';
const others = [
  ['01', 3],
  ['02', 1],
  ['05', 3],
  ['07', 2],
  ['08', 2],
  ['97', 1],
] as const;

/** TEDS SuDS 11: Medicaid for whom it covers on that day. */
export function paymentOf(person: Person, on: string, chance: Chance): string {
  return hasMedicaid(person, on) ? medicaid : chance.pickWeighted(others);
}

/** The public fund behind the place: none for who pays or is insured. */
export function fundingOf(payment: string, fund: 'SUBG' | 'MHBG' | 'JUST', chance: Chance): string {
  if (payment === medicaid) return 'MCD';
  if (payment === '02' || payment === '07') return 'NONE';
  return chance.happens(0.7) ? fund : 'SGF';
}

function hasMedicaid(person: Person, on: string): boolean {
  return person.events.some(
    (event) =>
      event.kind === 'benefit' &&
      event.program === 'medicaid' &&
      event.from !== null &&
      event.from <= on &&
      (event.until === null || event.until >= on),
  );
}
