import { randomBytes } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 26;

/** A new resident id: 26 characters of Crockford base 32, 130 random bits, so that none is ever issued twice. */
export function issueResidentId(): string {
  return Array.from(randomBytes(characters), (byte) => crockford.charAt(byte & 31)).join('');
}
