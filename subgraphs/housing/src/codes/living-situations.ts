import { missing } from './missing.ts';

/** HMIS 3.917 Prior Living Situation: where the client stayed the night before the project start. Some values are health, justice or child-welfare facts in themselves. */
export const priorSituation = {
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
  WITH_FRIENDS: 336,
  WITH_FAMILY: 335,
  RENTAL_WITHOUT_SUBSIDY: 410,
  RENTAL_WITH_SUBSIDY: 435,
  OWNED_WITH_SUBSIDY: 421,
  OWNED_WITHOUT_SUBSIDY: 411,
  ...missing,
} as const;

/** HMIS 4.12 Current Living Situation: where the client stays on the day of the contact. Some values are health, justice or child-welfare facts in themselves. */
export const currentSituation = {
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
  WITH_FRIENDS: 336,
  WITH_FAMILY: 335,
  RENTAL_WITHOUT_SUBSIDY: 410,
  RENTAL_WITH_SUBSIDY: 435,
  OWNED_WITH_SUBSIDY: 421,
  OWNED_WITHOUT_SUBSIDY: 411,
  OTHER: 17,
  WORKER_UNABLE_TO_DETERMINE: 37,
  ...missing,
} as const;

/** HMIS 3.917 Length of Stay in the prior living situation. */
export const lengthOfStay = {
  ONE_NIGHT_OR_LESS: 10,
  TWO_TO_SIX_NIGHTS: 11,
  ONE_WEEK_TO_ONE_MONTH: 2,
  ONE_MONTH_TO_NINETY_DAYS: 3,
  NINETY_DAYS_TO_ONE_YEAR: 4,
  ONE_YEAR_OR_LONGER: 5,
  ...missing,
} as const;

/** HMIS 3.917 Number of Times on the streets, in emergency shelter or safe haven in the past three years. */
export const timesHomeless = {
  ONE: 1,
  TWO: 2,
  THREE: 3,
  FOUR_OR_MORE: 4,
  ...missing,
} as const;

/** HMIS 3.917 Total Number of Months homeless on the street, in emergency shelter or safe haven in the past three years. */
export const monthsHomeless = {
  ONE: 101,
  TWO: 102,
  THREE: 103,
  FOUR: 104,
  FIVE: 105,
  SIX: 106,
  SEVEN: 107,
  EIGHT: 108,
  NINE: 109,
  TEN: 110,
  ELEVEN: 111,
  TWELVE: 112,
  MORE_THAN_TWELVE: 113,
  ...missing,
} as const;
