import type { Condition } from './condition.ts';
import { hasAssuranceLevel } from './has-assurance-level.ts';
import { hasConsent } from './has-consent.ts';
import { hasRelationship } from './has-relationship.ts';
import { hasTrainings } from './has-trainings.ts';
import { isOwnRecord } from './is-own-record.ts';

export type { ConditionResult } from './condition.ts';

/** The conditions that a grant may name; all that it names must hold. */
export const conditions: readonly Condition[] = [
  isOwnRecord,
  hasTrainings,
  hasAssuranceLevel,
  hasRelationship,
  hasConsent,
];
