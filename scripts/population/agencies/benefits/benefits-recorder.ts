import type { AgencyRecorder, IntakeDesk, Row } from '../../recorder.ts';
import { assistanceOf } from './assistance.ts';
import type { Assistance } from './assistance.ts';
import { applicationRow, caseRow, certificationRows } from './case-rows.ts';
import { childCareRows } from './child-care-rows.ts';
import { openClientFile } from './client-file.ts';
import { eligibilityRows } from './eligibility-rows.ts';
import { incomeRows } from './income-rows.ts';
import { issuanceRows } from './issuance-rows.ts';
import { medicaidRows } from './medicaid-rows.ts';
import { memberRows } from './member-rows.ts';
import { officeRows } from './offices.ts';

/**
 * The benefits agency: a mainframe of short upper-case columns, whose clerks register some clients twice, and
 * two newer systems beside it. Its local ids are client numbers.
 */
export const benefitsRecorder: AgencyRecorder = {
  agency: 'benefits',
  tables: [
    'OFC_MSTR',
    'WRKR_MSTR',
    'CLNT_MSTR',
    'CASE_MSTR',
    'CASE_MBR',
    'BNFT_APPL',
    'PGM_ELIG',
    'CERT_PRD',
    'BNFT_ISSU',
    'INCM_SRC',
    'MCD_ENRL',
    'CCDF_AUTH',
  ],
  reference: () => officeRows,
  record: (household, desk) => {
    const clients = openClientFile(desk);
    const assistances = assistanceOf(household, clients, desk);
    return { rows: { CLNT_MSTR: clients.rows, ...rowsOf(assistances, desk) }, links: clients.links };
  },
};

function rowsOf(
  assistances: readonly Assistance[],
  desk: IntakeDesk,
): Readonly<Record<string, readonly Row[]>> {
  const inCases = assistances.filter(({ program }) => program !== 'M');
  const paying = inCases.filter(({ program }) => program !== 'K');
  return {
    CASE_MSTR: inCases.map(caseRow),
    CASE_MBR: inCases.flatMap((one) => memberRows(one, desk)),
    BNFT_APPL: assistances.map(applicationRow),
    PGM_ELIG: eligibilityRows(assistances),
    CERT_PRD: inCases.flatMap(certificationRows),
    BNFT_ISSU: paying.flatMap((one) => issuanceRows(one, desk)),
    INCM_SRC: incomeRows(assistances, desk),
    MCD_ENRL: assistances.filter(({ program }) => program === 'M').flatMap((one) => medicaidRows(one, desk)),
    CCDF_AUTH: inCases.filter(({ program }) => program === 'K').flatMap((one) => childCareRows(one, desk)),
  };
}
