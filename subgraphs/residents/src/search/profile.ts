import {
  normaliseAddressLine,
  normaliseDate,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  normalisePostalCode,
  splitSuffix,
} from '../linkage/index.ts';

/** A name as it is compared; null for a part that is not known. */
type ProfileName = readonly [given: string | null, middle: string | null, surname: string | null];

/** What a search may find a resident by: every value once, normalised. What is protected is not in it. */
export interface Profile {
  readonly names: readonly ProfileName[];
  /** `YYYYMMDD`. */
  readonly birthDates: readonly string[];
  readonly lastFours: readonly string[];
  readonly lines: readonly string[];
  readonly postalCodes: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** Values as they are written somewhere; nothing for what is not known. */
export interface WrittenValues {
  readonly given?: string | null | undefined;
  readonly middle?: string | null | undefined;
  readonly surname?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly lastFour?: string | null | undefined;
  readonly addressLine?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** A profile of everything that is written of a resident. */
export function profileOf(written: readonly WrittenValues[]): Profile {
  const all = (
    field: keyof WrittenValues,
    normalise: (text: string | null) => string | null,
  ): readonly string[] => {
    const values = written.map((one) => normalise(one[field] ?? null));
    return [...new Set(values.filter((value) => value !== null))];
  };
  return {
    names: namesOf(written),
    birthDates: all('birthDate', normaliseDate),
    lastFours: all('lastFour', (text) => text),
    lines: all('addressLine', normaliseAddressLine),
    postalCodes: all('postalCode', normalisePostalCode),
    phones: all('phone', normalisePhone),
    emails: all('email', normaliseEmail),
  };
}

/** A surname as it is compared: a generation that was written into it is left out. */
export function normaliseSurname(text: string | null): string | null {
  const name = normaliseName(text);
  return name === null ? null : splitSuffix(name).surname;
}

function namesOf(written: readonly WrittenValues[]): readonly ProfileName[] {
  const names = new Map<string, ProfileName>();
  for (const { given = null, middle = null, surname = null } of written) {
    const name = [normaliseName(given), normaliseName(middle), normaliseSurname(surname)] as const;
    if (name[0] !== null || name[2] !== null) names.set(name.join('|'), name);
  }
  return [...names.values()];
}
