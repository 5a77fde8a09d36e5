import { createHash } from 'node:crypto';

/**
 * The longest name that the index takes, and that an entry keeps which is too long: of subjects, agencies,
 * applications, operations and requests.
 */
export const nameLength = 255;

/** Letters of a digest that is put in place of what is cut. */
const digestLength = 24;

/**
 * A text of at most so many letters, as a column takes it, or an entry that must be made shorter. A text that is too
 * long ends in its digest, so that two which begin alike aren't taken for one. A character that PostgreSQL takes in no
 * text is replaced.
 *
 * @param length - the most letters that it may have
 */
export function fitting(text: string, length: number): string {
  const storable = text.toWellFormed().replaceAll('\0', '\uFFFD');
  if (storable.length <= length) return storable;
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
  // Half of a character, as one that is cut leaves, is no UTF-8.
  return `${storable.slice(0, length - digestLength)}${digest}`.toWellFormed();
}
