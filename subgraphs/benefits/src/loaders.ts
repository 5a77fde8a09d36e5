import { pageByKey, rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';

import type {
  ApplicationRow,
  AuthorizationRow,
  CaseRow,
  EligibilityRow,
  EnrollmentRow,
  IncomeRow,
  MemberRow,
  OfficeRow,
  WorkerRow,
} from './rows.ts';

export type BenefitsLoaders = ReturnType<typeof benefitsLoaders>;

/** Every way in which the agency's files are read, each one statement for all residents of a request. */
export function benefitsLoaders(database: Database) {
  const newestPages = <Row>(table: string, key: string, date: string, tieBreaker: string) =>
    pageByKey<Row, string>(database, { table, key, orderBy: { column: date, order: 'desc' }, tieBreaker });
  const newest = <Row>(table: string, key: string, ...dates: readonly string[]) =>
    rowsByKey<Row, string>(database, {
      table,
      key,
      orderBy: dates.map((column) => ({ column, order: 'desc' as const })),
    });
  return {
    clients: rowByKey<object, string>(database, { table: 'CLNT_MSTR', key: 'CLNT_ID' }),
    eligibility: newest<EligibilityRow>('PGM_ELIG', 'CLNT_PGM', 'BEG_DT'),
    applicationPages: newestPages<ApplicationRow>('BNFT_APPL', 'CLNT_PGM', 'APPL_DT', 'APPL_NBR'),
    membershipPages: newestPages<MemberRow>('CASE_MBR', 'CLNT_PGM', 'BEG_DT', 'MBR_KEY'),
    cases: rowByKey<CaseRow, string>(database, { table: 'CASE_MSTR', key: 'CASE_NBR' }),
    members: rowsByKey<MemberRow, string>(database, {
      table: 'CASE_MBR',
      key: 'CASE_NBR',
      orderBy: [
        { column: 'REL_CD', order: 'asc' },
        { column: 'CLNT_ID', order: 'asc' },
      ],
    }),
    certificationPeriods: newest<object>('CERT_PRD', 'CASE_NBR', 'BEG_DT'),
    issuancePages: newestPages<object>('BNFT_ISSU', 'CASE_NBR', 'ISSU_DT', 'ISSU_NBR'),
    incomePages: newestPages<IncomeRow>('INCM_SRC', 'CLNT_ID', 'BEG_DT', 'INCM_KEY'),
    enrollmentPages: newestPages<EnrollmentRow>('MCD_ENRL', 'CLNT_ID', 'ENROLLMENT_EFF_DATE', 'ENRL_SEQ'),
    authorizations: newest<AuthorizationRow>('CCDF_AUTH', 'CASE_NBR', 'AUTH_BEG_DT', 'AUTH_SEQ'),
    // A loader of its own beside the crosswalk's: authorizations and members arrive in any order, and with one
    // loader for both the number of statements would be a matter of luck.
    children: rowByKey<{ readonly resident_id: string }, string>(database, {
      table: 'resident_links',
      key: 'local_id',
    }),
    workers: rowByKey<WorkerRow, string>(database, { table: 'WRKR_MSTR', key: 'WRKR_ID' }),
    offices: rowByKey<OfficeRow, string>(database, { table: 'OFC_MSTR', key: 'OFC_CD' }),
  };
}
