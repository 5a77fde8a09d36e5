import type { Row } from '../../recorder.ts';
import { zeroPadded } from './mainframe.ts';

const offices = [
  ['101', 'Ellery County Benefits Office'],
  ['102', 'Marrow Bay Service Center'],
  ['103', 'Northside Family Assistance Office'],
  ['104', 'Statewide Medicaid Processing Unit'],
] as const;

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

export const workerIds: readonly string[] = workers.map(({ WRKR_ID }) => String(WRKR_ID));
