import type { Chance } from '../recorder.ts';
import type { PersonName, Sex } from '../truth.ts';
import { cohorts } from './cohorts.ts';
import { nameList } from './name-list.ts';
import type { Origin } from './origins.ts';

const shareInFashion = 0.85;
const shareWithMiddleName = 0.7;

const fashions = cohorts.map(({ until, given }) => ({
  until,
  given: { female: nameList(given.female, [], 10), male: nameList(given.male, [], 10) },
}));

/** Given and middle name of a child of that origin, sex and year of birth. */
export function drawGivenName(
  chance: Chance,
  of: { readonly origin: Origin; readonly sex: Sex; readonly birthYear: number },
): Pick<PersonName, 'given' | 'middle'> {
  const [given = '', ...rest] = drawOne(chance, of).split(' ');
  if (rest.length > 0) return { given, middle: rest.join(' ') };
  if (!chance.happens(shareWithMiddleName)) return { given, middle: null };
  const middle = drawOne(chance, of).split(' ')[0] ?? null;
  return { given, middle: middle === given ? null : middle };
}

function drawOne(
  chance: Chance,
  of: { readonly origin: Origin; readonly sex: Sex; readonly birthYear: number },
): string {
  const fashion = fashions.find(({ until }) => of.birthYear <= until);
  const follows = of.origin.followsCohorts && chance.happens(shareInFashion);
  const list = follows && fashion !== undefined ? fashion.given[of.sex] : of.origin.given[of.sex];
  return list.draw(chance);
}
