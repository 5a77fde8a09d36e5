import type { RecordTable } from '../columns/index.ts';
import { boundOnce } from './bound-once.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { memoised } from './memoised.ts';

const disagree = 0;
const unknown = 1;
const agrees = 2;
const similar = 0.88;

/**
 * Whether given name and surname stand in each other's place: what can be compared across agrees, some of it can,
 * and neither name agrees with its like.
 */
export const swappedNames = boundOnce(bind);

function bind({ columns: { given, surname } }: RecordTable): (a: number, b: number) => boolean {
  const names = given.dictionary;
  const judge = memoised((one, other) =>
    jaroWinkler(names.value(one), names.value(other)) >= similar ? agrees : disagree,
  );
  const compare = (one: number, other: number): number => {
    if (one === 0 || other === 0) return unknown;
    return one === other ? agrees : judge(one, other);
  };
  return (a, b) => {
    const [givenOfOne, givenOfOther] = [given.code(a), given.code(b)];
    const [surnameOfOne, surnameOfOther] = [surname.code(a), surname.code(b)];
    const across = compare(givenOfOne, surnameOfOther);
    if (across === disagree) return false;
    const back = compare(surnameOfOne, givenOfOther);
    if (back === disagree || across + back === 2 * unknown) return false;
    return compare(givenOfOne, givenOfOther) !== agrees && compare(surnameOfOne, surnameOfOther) !== agrees;
  };
}
