import type { Session } from './session.ts';

/** Every purpose of use that a request may state. */
export const allPurposes = [
  'HOUSING_PLACEMENT',
  'ELIGDTRM',
  'ELIGVER',
  'ENROLLM',
  'COVERAGE',
  'TREAT',
  'CAREMGT',
  'COC',
  'REENTRY',
  'HLEGAL',
  'CHILD_PROTECTION',
  'PATRQT',
  'FAMRQT',
  'HOPERAT',
  'HPAYMT',
  'AUDIT',
  'PUBHLTH',
  'HRESCH',
  'DISASTER',
  'ETREAT',
  'THREAT',
  'BTG',
] as const;

/** The purposes that somebody may state. */
export function purposesOf({ purposesOfUse }: Session): readonly string[] {
  return purposesOfUse ?? allPurposes;
}

/** The purpose that is stated: one that may not be is none, and the only one there is needs no choosing. */
export function purposeOf(session: Session, chosen: string | null): string | null {
  const possible = purposesOf(session);
  const [only] = possible;
  if (possible.length === 1 && only !== undefined) return only;
  return chosen !== null && possible.includes(chosen) ? chosen : null;
}
