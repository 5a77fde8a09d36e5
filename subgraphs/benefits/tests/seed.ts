import type { Database } from '@resident-graph/subgraph-kit';

/** The number of made-up residents; each has a client record, the first one two. */
const population = 100;

/** Members of one household and what befell its cases. */
export const people = {
  /** Heads every case of household 1, and has a second client record from the Medicaid unit. */
  ana: residentOf(1),
  /** Ana's child. */
  ben: residentOf(2),
};

export const clients = { ana: '000000001', anaAgain: '000009001', ben: '000000002' };

const none = '00000000';
const open = '99991231';

/** Fills the agency's files with made-up people, alike each time. */
export async function seedBenefits(database: Database): Promise<{ readonly residentIds: readonly string[] }> {
  const numbers = Array.from({ length: population }, (_, index) => index + 1);
  for (const [table, rows] of Object.entries(filesOf(numbers))) await database.batchInsert(table, rows, 50);
  return { residentIds: numbers.map(residentOf) };
}

function residentOf(number: number): string {
  return `R${String(number).padStart(25, '0')}`;
}

function padded(number: number, length = 9): string {
  return String(number).padStart(length, '0');
}

function filesOf(numbers: readonly number[]): Readonly<Record<string, readonly object[]>> {
  const heads = numbers.filter((number) => number % 2 === 1);
  return {
    resident_links: [
      ...numbers.map((number) => ({ resident_id: residentOf(number), local_id: padded(number) })),
      { resident_id: people.ana, local_id: clients.anaAgain },
    ],
    OFC_MSTR: [{ OFC_CD: '101', OFC_NM: 'Ellery County Benefits Office' }],
    WRKR_MSTR: [{ WRKR_ID: 'W01000', OFC_CD: '101', WRK_PHN: '9905554000' }],
    CLNT_MSTR: [...numbers.map((number) => client(padded(number), 'ANA')), client(clients.anaAgain, 'ANNA')],
    ...caseFiles(heads),
    BNFT_APPL: heads.flatMap((head) => ['S', 'T', 'M', 'K'].map((program) => application(head, program))),
    PGM_ELIG: [
      ...heads.flatMap((head) => ['S', 'T', 'M', 'K'].map((program) => eligibility(padded(head), program))),
      { ...eligibility(clients.anaAgain, 'S'), BEG_DT: '20260801', EB01_CD: '1' },
    ],
    INCM_SRC: [
      ...numbers.map((number) => income(padded(number), number)),
      { ...income(clients.anaAgain, 9001), INCM_CD: 'SI', BEG_DT: '20260101', END_DT: open, PAYR_NM: null },
    ],
    MCD_ENRL: [
      ...numbers.map((number) => enrollment(padded(number), number)),
      { ...enrollment(clients.anaAgain, 9001), ENROLLMENT_EFF_DATE: '2026-02-01' },
    ],
    CCDF_AUTH: heads.map(authorization),
  };
}

function client(id: string, given: string): object {
  const name = { LAST_NM: 'SMITH', FRST_NM: given, MID_INIT: 'M', SFX_NM: null };
  const isSecond = id === clients.anaAgain;
  return {
    CLNT_ID: id,
    ...name,
    BRTH_DT: isSecond ? none : '19880409',
    BRTH_VRF_CD: isSecond ? 'N' : 'V',
    SEX_CD: 'F',
    RGST_DT: isSecond ? '20260120' : '20240115',
  };
}

/** SNAP cases that lapsed, TANF and child-care cases that are active. */
function caseFiles(heads: readonly number[]): Readonly<Record<string, readonly object[]>> {
  const cases = heads.flatMap((head) => [
    { CASE_NBR: caseOf(head, 'S'), PGM_CD: 'S', head },
    { CASE_NBR: caseOf(head, 'T'), PGM_CD: 'T', head },
    { CASE_NBR: caseOf(head, 'K'), PGM_CD: 'K', head },
  ]);
  return {
    CASE_MSTR: cases.map(({ CASE_NBR, PGM_CD }) => ({
      CASE_NBR,
      PGM_CD,
      STAT_CD: PGM_CD === 'S' ? 'C' : 'A',
      OPEN_DT: '20240201',
      CLOS_DT: PGM_CD === 'S' ? '20250131' : none,
      CLOS_RSN_CD: PGM_CD === 'S' ? 'RC' : null,
      RCRT_DUE_DT: '20250131',
      TM_LMT_MOS: PGM_CD === 'T' ? 33 : null,
      WRKR_ID: 'W01000',
    })),
    CASE_MBR: cases.flatMap(({ CASE_NBR, PGM_CD, head }) => [
      member(CASE_NBR, padded(head), PGM_CD, '01'),
      member(CASE_NBR, padded(head + 1), PGM_CD, '04'),
    ]),
    CERT_PRD: cases.map(({ CASE_NBR }) => ({
      CASE_NBR,
      BEG_DT: '20240801',
      END_DT: '20250131',
      RCRT_STAT_CD: 'M',
    })),
    BNFT_ISSU: cases.filter(({ PGM_CD }) => PGM_CD !== 'K').flatMap(({ CASE_NBR }) => issuances(CASE_NBR)),
  };
}

function caseOf(head: number, program: string): string {
  return padded(head * 10 + ['S', 'T', 'K'].indexOf(program));
}

function member(caseNumber: string, clientId: string, program: string, relationship: string): object {
  return {
    MBR_KEY: `${caseNumber}${clientId}`,
    CASE_NBR: caseNumber,
    CLNT_ID: clientId,
    CLNT_PGM: `${clientId}${program}`,
    REL_CD: relationship,
    PRTC_CD: 'I',
    FAM_AFL_CD: program === 'T' ? '1' : null,
    WRK_PRTC_CD: program === 'T' ? 'RM' : null,
    BEG_DT: '20240201',
    END_DT: open,
  };
}

/** Seven months of issuances, the last two made available on one day. */
function issuances(caseNumber: string): object[] {
  return ['202402', '202403', '202404', '202405', '202406', '202407', '202408'].map((month, index) => ({
    ISSU_NBR: `${caseNumber}${padded(index, 3)}`,
    CASE_NBR: caseNumber,
    BNFT_MO: month,
    ISSU_DT: index === 6 ? '20240705' : `${month}05`,
    AMT_CENTS: index === 0 ? 5 : 29_100 + index,
    ISSU_CD: index === 0 ? 'I' : 'R',
  }));
}

function application(head: number, program: string): object {
  return {
    APPL_NBR: padded(head * 10 + ['S', 'T', 'K', 'M'].indexOf(program)),
    CLNT_PGM: `${padded(head)}${program}`,
    APPL_DT: '20240115',
    DSPN_CD: program === 'M' ? 'D' : 'A',
    DSPN_DT: '20240201',
    DNL_RSN_CD: program === 'M' ? 'IN' : null,
    XPD_IND: program === 'S' ? 'Y' : 'N',
  };
}

function eligibility(clientId: string, program: string): object {
  const status = program === 'S' ? '7' : '1';
  return {
    CLNT_PGM: `${clientId}${program}`,
    BEG_DT: '20240201',
    END_DT: open,
    PGM_CD: program,
    EB01_CD: status,
  };
}

function income(clientId: string, number: number): object {
  return {
    INCM_KEY: padded(number, 12),
    CLNT_ID: clientId,
    INCM_CD: 'WG',
    MO_AMT_CENTS: 184_050,
    PAYR_NM: 'HARBOR DINER',
    VRF_CD: 'P',
    BEG_DT: '20230601',
    END_DT: '20250301',
  };
}

function enrollment(clientId: string, number: number): object {
  return {
    ENRL_SEQ: number,
    CLNT_ID: clientId,
    MSIS_IDENTIFICATION_NUM: padded(number, 12),
    ELIGIBILITY_GROUP: '01',
    DUAL_ELIGIBLE_CODE: '00',
    RESTRICTED_BENEFITS_CODE: '1',
    ENROLLMENT_EFF_DATE: '2024-02-01',
    ENROLLMENT_END_DATE: '9999-12-31',
    RENEWAL_DUE_DATE: '2027-02-01',
    WRKR_ID: 'W01000',
  };
}

function authorization(head: number): object {
  return {
    AUTH_SEQ: head,
    CASE_NBR: caseOf(head, 'K'),
    CHLD_CLNT_ID: padded(head + 1),
    PRVDR_NM: 'Harbor Light Early Learning',
    STNG_CD: 'C',
    MO_HRS: 120,
    MO_SBSDY_AMT: 612.5,
    MO_COPAY_AMT: 45,
    CARE_RSN_CD: '1',
    AUTH_BEG_DT: '2024-02-01',
  };
}
