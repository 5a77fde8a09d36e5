export { normaliseAddressLine, normalisePostalCode } from './normalise-address.ts';
export { normaliseEmail, normalisePhone, normaliseSex } from './normalise-contact.ts';
export { normaliseDate } from './normalise-date.ts';
export { normaliseName, normaliseSuffix, splitSuffix } from './normalise-name.ts';
export { areNicknames, nicknameRoot, nicknamesOf } from './nicknames.ts';
export { soundOf } from './sound.ts';
