import { mixWords, permute, stream } from '../chance/index.ts';

/** Room for the members of one household in the series of identifiers; no household is larger. */
const mostMembers = 16;

const pairsOfNumbers = 50_000_000;
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A place in the series of identifiers that belongs to one member of one household. */
export function slotOf(household: number, member: number): number {
  return household * mostMembers + member;
}

/**
 * Nine digits that begin with 9, unique in the population. Each slot has two consecutive numbers: the second is
 * for a twin, whose number was applied for on the same day.
 */
export function issueSocialSecurityNumber(seed: number, slot: number, second: boolean): string {
  const pair = permute(slot, pairsOfNumbers, seed ^ stream.socialSecurityNumber);
  return String(900_000_000 + 2 * pair + (second ? 1 : 0));
}

/** 26 characters of Crockford base 32 (128 bits), unique because each of the four words is a bijection of the slot. */
export function issueResidentId(seed: number, slot: number): string {
  let bits = mixWords(seed, stream.residentId, slot).reduce(
    (sum, word) => (sum << 32n) | BigInt(word >>> 0),
    0n,
  );
  let id = '';
  for (let character = 0; character < 26; character += 1) {
    id = crockford.charAt(Number(bits & 31n)) + id;
    bits >>= 5n;
  }
  return id;
}
