import { isPurposeOfUse } from '../../authentication/index.ts';
import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';

/** A value that is not what it should be, told with the input's name. */
export function wrong(message: string): Failure {
  return failure('BAD_USER_INPUT', { message });
}

const nameForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const idForm = /^[\x21-\x7e]{1,255}$/;
const longestName = 100;
const longestList = 100;

/** Names of agencies, categories or roles, each once. @throws Failure BAD_USER_INPUT */
export function checkedNames(input: string, names: readonly string[], least: 0 | 1 = 1): readonly string[] {
  const unique = [...new Set(names)];
  if (unique.length < least || unique.length > longestList)
    throw wrong(`${input}: between ${least} and ${longestList} names are needed.`);
  if (!unique.every((name) => name.length <= longestName && nameForm.test(name)))
    throw wrong(`${input}: names are lower-case words joined by "-".`);
  return unique;
}

/** Ids of residents or subjects. @throws Failure BAD_USER_INPUT */
export function checkedIds(input: string, ids: readonly string[]): readonly string[] {
  const unique = [...new Set(ids)];
  if (unique.length > longestList) throw wrong(`${input}: at most ${longestList} are taken.`);
  if (!unique.every((id) => idForm.test(id)))
    throw wrong(`${input}: an id has 1 to 255 printable characters and no blank.`);
  return unique;
}

/** One id. @throws Failure BAD_USER_INPUT */
export function checkedId(input: string, id: string): string {
  checkedIds(input, [id]);
  return id;
}

/** Codes of purposes of use. @throws Failure BAD_USER_INPUT */
export function checkedPurposes(input: string, purposes: readonly string[]): readonly string[] {
  if (purposes.length === 0) throw wrong(`${input}: at least one purpose of use is needed.`);
  if (!purposes.every(isPurposeOfUse)) throw wrong(`${input}: one of the purposes of use is unknown.`);
  return [...new Set(purposes)];
}

/** A text for people who read it later. @throws Failure BAD_USER_INPUT */
export function checkedText(input: string, text: string, least: number, most = 2000): string {
  const written = text.trim();
  if (written.length < least || written.length > most)
    throw wrong(`${input}: a text of ${least} to ${most} characters is needed.`);
  // PostgreSQL stores no U+0000, and other control characters only deceive a reader.
  if (/[^\P{Cc}\n\t]/u.test(written)) throw wrong(`${input}: control characters are not taken.`);
  return written;
}

/** An end that comes after its beginning. @throws Failure BAD_USER_INPUT */
export function checkedPeriod(input: string, from: Date, until: Date | null): void {
  if (until !== null && until.getTime() <= from.getTime())
    throw wrong(`${input}: the end must come after the beginning.`);
}
