import type { IntakeDesk, TrueLink } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { clientRow } from './client-row.ts';
import type { Journal } from './journal.ts';

/** The client records of one household: opened at the first enrollment, found again at later ones. */
export interface ClientBook {
  readonly links: readonly TrueLink[];
  /** The PersonalID under which the clerk enrolls the person that day. */
  readonly clientFor: (person: Person, on: string) => string;
  /** Whether clerks have opened, or will open, two records of the person. */
  readonly hasTwoRecords: (person: Person) => boolean;
}

/** What clerks have of one person. */
interface Folder {
  readonly copies: 1 | 2;
  readonly records: string[];
  enrollments: number;
}

/** A clerk who doesn't find the first record opens a second; from then on either is taken, by turns. */
export function openClientBook(desk: IntakeDesk, journal: Journal): ClientBook {
  const links: TrueLink[] = [];
  const folderOf = openFolders(desk);
  const openRecord = (person: Person, on: string): string => {
    const localId = journal.enter('Client', clientRow(person, desk.write(person, on), on), on);
    links.push({ localId, person: person.number });
    return localId;
  };
  return {
    links,
    hasTwoRecords: (person) => folderOf(person).copies === 2,
    clientFor: (person, on) => {
      const folder = folderOf(person);
      const place = folder.enrollments % folder.copies;
      folder.enrollments += 1;
      return (folder.records[place] ??= openRecord(person, on));
    },
  };
}

function openFolders(desk: IntakeDesk): (person: Person) => Folder {
  const folders = new Map<number, Folder>();
  return (person) => {
    const folder = folders.get(person.number) ?? { copies: desk.copies(person), records: [], enrollments: 0 };
    folders.set(person.number, folder);
    return folder;
  };
}
