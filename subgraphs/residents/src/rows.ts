/** Rows of the resident index as its tables hold them; dates are ISO 8601 calendar dates. */
export interface ResidentRow {
  readonly id: string;
  readonly status: string;
  readonly replaced_by: string | null;
  readonly version: number;
  readonly as_of: string;
  readonly birth_date: string | null;
  readonly birth_date_quality: number | null;
  readonly death_date: string | null;
  readonly sex: number | null;
  readonly ssn_last_four: string | null;
  readonly ssn_quality: number | null;
}

interface Period {
  readonly valid_from: string | null;
  readonly valid_until: string | null;
}

export interface NameRow extends Period {
  readonly id: number;
  readonly name_use: string;
  readonly given_key: string | null;
  readonly given_start: string | null;
  readonly given_sound: string | null;
  readonly surname_key: string | null;
  readonly surname_start: string | null;
  readonly surname_sound: string | null;
}

export interface AddressRow extends Period {
  readonly id: number;
  readonly line_key: string;
  readonly postal_code: string | null;
  readonly is_substitute: number;
}

export interface PhoneRow extends Period {
  readonly number: string;
}

export interface EmailRow extends Period {
  readonly address: string;
  readonly address_key: string;
}

export interface HouseholdMemberRow extends Period {
  readonly household_id: number;
  readonly resident_id: string;
  readonly relationship: string;
}

export interface AgencyRow {
  readonly agency: string;
  readonly known_since: string;
  readonly is_concealed: number;
}

/** An entry of the index's log. */
export interface EventRow {
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
  readonly reason: string;
  readonly purpose: string | null;
  readonly at: string;
  readonly undoes: number | null;
  /** As JSON. */
  readonly changes: string;
}

/** That an entry of the log concerns a resident. */
export interface EventResidentRow {
  readonly id: string;
  readonly sequence: number;
  readonly resident_id: string;
}

/** That a record is or was linked to a resident. */
export interface RecordLinkRow {
  readonly record_id: string;
  readonly resident_id: string;
  readonly method: string;
  readonly from_sequence: number;
  readonly until_sequence: number | null;
}
