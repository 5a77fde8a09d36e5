import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { Category } from '../categories/index.ts';
import { inTurns } from '../in-turns.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { AgreementRead } from './read-agreement.ts';
import { readAgreement, unreadable } from './read-agreement.ts';

/** The files of agreements of a folder: every `.yaml` and `.yml` but the catalogue of categories; null if there is no folder. */
export async function agreementFiles(folder: string): Promise<readonly string[] | null> {
  const names = await readdir(folder).catch(() => null);
  const yaml = names?.filter(
    (name) => ['.yaml', '.yml'].includes(extname(name)) && name !== 'categories.yaml',
  );
  return yaml?.toSorted().map((name) => join(folder, name)) ?? null;
}

/** What a folder came to, file by file. */
export interface FolderRead {
  readonly files: readonly AgreementRead[];
  /** Of the folder itself. */
  readonly problems: readonly SchemaProblem[];
}

/** Reads a folder again and again. */
export type FolderReader = () => Promise<FolderRead>;

/** After how many files others have their turn. Reading a small file takes less time than waiting for it. */
const filesInOneTurn = 32;

/** A reader of a folder that parses only files whose text is another than the last time. */
export function createFolderReader(folder: string, catalogue: readonly Category[]): FolderReader {
  const categories = new Map(catalogue.map((category) => [category.name, category]));
  let known: ReadonlyMap<string, KnownFile> = new Map();
  const readOne = (file: string): KnownFile => {
    const text = textOf(file);
    const before = known.get(file);
    if (text === null) return { text, read: missing(file) };
    return before?.text === text ? before : { text, read: readAgreement(file, text, categories) };
  };
  return async () => {
    const files = await agreementFiles(folder);
    if (files === null)
      return { files: [], problems: [unreadable({ message: 'The folder cannot be read.', place: folder })] };
    const all = await inTurns(files, filesInOneTurn, readOne);
    known = new Map(all.map((each) => [each.read.file, each]));
    return { files: withoutRepetitions(all.map(({ read }) => read)), problems: [] };
  };
}

/** A file as it was read the last time. */
interface KnownFile {
  readonly text: string | null;
  readonly read: AgreementRead;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Refuses an agreement whose id another file of the folder has: `a.yml` beside `a.yaml`. */
function withoutRepetitions(files: readonly AgreementRead[]): readonly AgreementRead[] {
  const places = new Map<string, string>();
  return files.map((read) => {
    if (read.kind === 'refused') return read;
    const { id } = read.agreement;
    const other = places.get(id);
    places.set(id, other ?? read.file);
    return other === undefined ? read : repeated(read.file, id, other);
  });
}

function repeated(file: string, id: string, other: string): AgreementRead {
  const message = `The agreement "${id}" stands in ${other} already.`;
  const remedy = 'Remove one of the two files.';
  return {
    kind: 'refused',
    file,
    problems: [{ code: 'AGREEMENT_INVALID', message, remedy, place: `${file}:1` }],
  };
}

function missing(file: string): AgreementRead {
  return {
    kind: 'refused',
    file,
    problems: [unreadable({ message: 'The file cannot be read.', place: file })],
  };
}
