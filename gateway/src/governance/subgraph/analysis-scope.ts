import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';

/**
 * Whether an officer may see what of an analysis is about the data of these agencies and, if somebody is meant, about
 * staff of that agency.
 */
export type AnalysisScope = (owners: readonly string[], requesterAgency?: string) => boolean;

/**
 * What an officer may see of the rules: privacy officers all of them, for they answer for what crosses between
 * agencies; data stewards what is of their own agency's data or staff. Nobody else anything.
 *
 * @throws Failure FORBIDDEN
 */
export function scopeOfRules(officer: Caller): AnalysisScope {
  const own = scopeOfResidents(officer);
  return officer.roles.includes('privacy-officer') ? () => true : own;
}

/**
 * What an officer may see of the rules as they come out for one resident, which tells of the resident's consents and
 * relationships: what is of their own agency's data alone, or of their own agency's staff.
 *
 * @throws Failure FORBIDDEN
 */
export function scopeOfResidents({ agency, roles }: Caller): AnalysisScope {
  if (!roles.includes('privacy-officer') && !roles.includes('data-steward'))
    throw failure('FORBIDDEN', { message: 'The rules are explained to privacy officers and data stewards.' });
  return (owners, requesterAgency) =>
    requesterAgency === agency || (owners.length > 0 && owners.every((owner) => owner === agency));
}
