import type { Row } from '../../recorder.ts';
import { zeroPadded } from './mainframe.ts';
import type { ProgramCode } from './program-code.ts';

/** Each with the programmes that it decides about. */
const offices: readonly (readonly [string, string, readonly ProgramCode[]])[] = [
  ['101', 'Ellery County Benefits Office', ['S', 'T', 'K']],
  ['102', 'Marrow Bay Service Center', ['S', 'T', 'K']],
  ['103', 'Northside Family Assistance Office', ['S', 'T', 'K']],
  ['104', 'Statewide Medicaid Processing Unit', ['M']],
];

const workersPerOffice = 6;

const workers: readonly Row[] = offices.flatMap(([office], place) =>
  Array.from({ length: workersPerOffice }, (_, index) => ({
    WRKR_ID: `W${zeroPadded(1000 + place * 100 + index, 5)}`,
    OFC_CD: office,
    WRK_PHN: `990555${zeroPadded(4000 + place * 100 + index, 4)}`,
  })),
);

/** Rows that exist once, before any client. */
export const officeRows = {
  OFC_MSTR: offices.map(([code, name]) => ({ OFC_CD: code, OFC_NM: name })),
  WRKR_MSTR: workers,
};

/** The workers of the offices that decide about the programme. */
export function workersOf(program: ProgramCode): readonly string[] {
  const deciding = offices.filter(([, , programs]) => programs.includes(program)).map(([office]) => office);
  return workers
    .filter(({ OFC_CD }) => deciding.includes(String(OFC_CD)))
    .map(({ WRKR_ID }) => String(WRKR_ID));
}
