import { missing } from './missing.ts';

/** HMIS 3.01, 3.02 and 3.03 data quality: how much of a name, Social Security number or birth date the client reported. */
export const dataQuality = {
  FULL: 1,
  PARTIAL_OR_APPROXIMATE: 2,
  ...missing,
} as const;

/** HMIS 3.06 Sex (FY2026). */
export const sex = {
  FEMALE: 0,
  MALE: 1,
  ...missing,
} as const;

/** HMIS 3.04 Race and Ethnicity: the columns of `Client.csv` that mark what applies. */
export const raceColumn = {
  AMERICAN_INDIAN_OR_ALASKA_NATIVE: 'AmIndAKNative',
  ASIAN: 'Asian',
  BLACK_OR_AFRICAN_AMERICAN: 'BlackAfAmerican',
  HISPANIC_OR_LATINO: 'HispanicLatinao',
  MIDDLE_EASTERN_OR_NORTH_AFRICAN: 'MidEastNAfrican',
  NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: 'NativeHIPacific',
  WHITE: 'White',
} as const;

/** HMIS 3.04 Race and Ethnicity: a column that is marked, or the reason in `RaceNone`. */
export const race = { ...raceColumn, ...missing } as const;
