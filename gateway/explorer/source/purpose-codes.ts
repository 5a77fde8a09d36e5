import { englishCodes } from '../../client-view/source/language/messages/english-codes.ts';

const prefix = 'purpose.';

const known = Object.keys(englishCodes).flatMap((key) =>
  key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
);

/** The purposes that somebody may state: those that their identity provider permits, or all that there are. */
export function purposeCodes(permitted: readonly string[] | null): readonly string[] {
  return permitted ?? known;
}
