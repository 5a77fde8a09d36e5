import { missing } from './missing.ts';

/** HMIS 3.12 Destination: where the client stays after the project exit. Codes 327 and 426 (moves between HOPWA projects) are facts about HIV: they stand as OTHER here and in full in `hopwaDestination`. */
export const destination = {
  PLACE_NOT_MEANT_FOR_HABITATION: 116,
  EMERGENCY_SHELTER: 101,
  SAFE_HAVEN: 118,
  FOSTER_CARE: 215,
  HOSPITAL: 206,
  JAIL_OR_PRISON: 207,
  LONG_TERM_CARE: 225,
  PSYCHIATRIC_FACILITY: 204,
  SUBSTANCE_USE_TREATMENT_OR_DETOX: 205,
  TRANSITIONAL_HOUSING: 302,
  HALFWAY_HOUSE: 329,
  HOTEL_WITHOUT_VOUCHER: 314,
  HOST_HOME: 332,
  WITH_FAMILY_TEMPORARY: 312,
  WITH_FRIENDS_TEMPORARY: 313,
  WITH_FAMILY_PERMANENT: 422,
  WITH_FRIENDS_PERMANENT: 423,
  RENTAL_WITHOUT_SUBSIDY: 410,
  RENTAL_WITH_SUBSIDY: 435,
  OWNED_WITH_SUBSIDY: 421,
  OWNED_WITHOUT_SUBSIDY: 411,
  OTHER: 17,
  DECEASED: 24,
  NO_EXIT_INTERVIEW: 30,
  ...missing,
} as const;

/** HMIS 3.12 Destination, the two values that only people served under HOPWA (Housing Opportunities for Persons With AIDS) have. */
export const hopwaDestination = {
  HOPWA_TRANSITIONAL_HOUSING: 327,
  HOPWA_PERMANENT_HOUSING: 426,
} as const;

/** HMIS 3.12.A Rental Subsidy Type, asked with RENTAL_WITH_SUBSIDY. */
export const rentalSubsidy = {
  GPD_TIP: 428,
  VASH: 419,
  RAPID_REHOUSING: 431,
  HOUSING_CHOICE_VOUCHER: 433,
  PUBLIC_HOUSING: 434,
  OTHER_SUBSIDY: 420,
  HOUSING_STABILITY_VOUCHER: 436,
  FAMILY_UNIFICATION_VOUCHER: 437,
  FOSTER_YOUTH_TO_INDEPENDENCE: 438,
  PERMANENT_SUPPORTIVE_HOUSING: 439,
  OTHER_DEDICATED_PERMANENT_HOUSING: 440,
} as const;

const hopwaCodes: readonly number[] = Object.values(hopwaDestination);

/** Whether a code of HMIS 3.12 says that the client moved between HOPWA projects, and so lives with HIV. */
export function isHopwaDestination(code: number): boolean {
  return hopwaCodes.includes(code);
}
