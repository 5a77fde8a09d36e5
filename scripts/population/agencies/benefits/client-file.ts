import type { IntakeDesk, Row, TrueLink } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { mainframeDate, zeroPadded } from './mainframe.ts';

/** The registration counter for one household: who has which client numbers. */
export interface ClientFile {
  /** A client number of the person, registering them where the clerk found none. */
  readonly register: (person: Person, on: string) => string;
  readonly rows: readonly Row[];
  readonly links: readonly TrueLink[];
}

/** Opens the file. A person with two records is under one number in every other assistance unit. */
export function openClientFile(desk: IntakeDesk): ClientFile {
  const rows: Row[] = [];
  const links: TrueLink[] = [];
  const numbers = new Map<number, string[]>();
  const copies = new Map<number, 1 | 2>();
  const visits = new Map<number, number>();

  const register = (person: Person, on: string): string => {
    const visit = visits.get(person.number) ?? 0;
    visits.set(person.number, visit + 1);
    const allowed = copies.get(person.number) ?? desk.copies(person);
    copies.set(person.number, allowed);
    const own = numbers.get(person.number) ?? [];
    numbers.set(person.number, own);
    const known = own[visit % allowed];
    if (known !== undefined) return known;
    const clientId = zeroPadded(desk.next('client'), 9);
    own.push(clientId);
    rows.push(clientRow(clientId, person, on, desk));
    links.push({ localId: clientId, person: person.number });
    return clientId;
  };
  return { register, rows, links };
}

function clientRow(clientId: string, person: Person, on: string, desk: IntakeDesk): Row {
  const { given, middle, surname, suffix, birthDate, birthDateQuality, sex } = desk.write(person, on);
  return {
    CLNT_ID: clientId,
    LAST_NM: surname.toUpperCase(),
    FRST_NM: given.toUpperCase(),
    MID_INIT: middle?.slice(0, 1).toUpperCase() ?? null,
    SFX_NM: suffix?.toUpperCase() ?? null,
    BRTH_DT: mainframeDate(birthDate),
    BRTH_VRF_CD: birthDateQuality === 1 ? 'V' : birthDate === null ? 'N' : 'E',
    SEX_CD: sex === null ? 'U' : sex.slice(0, 1).toUpperCase(),
    RGST_DT: mainframeDate(on),
  };
}
