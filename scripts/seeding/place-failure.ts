const remedies: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'Make room on the disk and run this again: what is half done is begun anew.',
  SQLITE_IOERR: 'Make room on the disk and run this again: what is half done is begun anew.',
  ENOSPC: 'Make room on the disk and run this again: what is half done is begun anew.',
  EFBIG: 'Make room on the disk and run this again: what is half done is begun anew.',
  SQLITE_READONLY: 'Take the right to write there, or choose another folder with --data.',
  SQLITE_CANTOPEN: 'Take the right to write there, or choose another folder with --data.',
  EACCES: 'Take the right to write there, or choose another folder with --data.',
  EPERM: 'Take the right to write there, or choose another folder with --data.',
  EROFS: 'It is on a disk that is only read: choose another folder with --data.',
  EEXIST: 'A file of that name is there: choose another folder with --data.',
  ENOENT: 'It is not there and cannot be made: choose another folder with --data.',
  ENOTDIR: 'A file is where a folder should be: choose another folder with --data.',
  SQLITE_NOTADB: 'It is no database of SQLite: delete it, or choose another folder with --data.',
  SQLITE_CORRUPT: 'It is damaged: delete it, and run this again.',
  ECONNREFUSED: 'Start the database, or correct its URL.',
  SQLITE_BUSY: 'Another program is writing to it: wait for it, and run this again.',
};

/** Something that cannot be written: names it, and what to do. Nothing of a statement is in it. */
class PlaceFailure extends Error {
  override readonly name = 'PlaceFailure';

  constructor(place: string, code: string, remedy: string, cause: unknown) {
    super(`Writing to ${place} failed (${code}). ${remedy}`, { cause });
  }
}

/**
 * Does something to a place; where it cannot be written, the failure names it. Other errors stay as they are.
 *
 * @throws PlaceFailure
 */
export async function at<Answer>(place: string, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    const code = codeOf(error);
    const remedy = remedies[code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1')];
    throw remedy === undefined ? error : new PlaceFailure(place, code, remedy, error);
  }
}

/** By code and not by class: errors of another realm are no instances of Error. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : '';
}
