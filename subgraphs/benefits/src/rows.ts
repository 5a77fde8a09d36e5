/** The columns that resolvers read themselves; the others pass by name. */
export interface CaseRow {
  readonly CASE_NBR: string;
  readonly WRKR_ID: string | null;
}

export interface MemberRow {
  readonly CASE_NBR: string;
  readonly CLNT_ID: string;
}

export interface WorkerRow {
  readonly OFC_CD: string;
}

export interface OfficeRow {
  readonly OFC_NM: string;
}

export interface EnrollmentRow {
  readonly WRKR_ID: string | null;
}

export interface AuthorizationRow {
  readonly CHLD_CLNT_ID: string;
}

export interface ApplicationRow {
  readonly XPD_IND: string;
}

export interface IncomeRow {
  readonly INCM_CD: string;
}

export interface EligibilityRow {
  readonly BEG_DT: string;
}
