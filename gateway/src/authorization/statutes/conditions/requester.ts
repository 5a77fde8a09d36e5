import type { PurposeOfUse } from '../../../authentication/index.ts';
import type { AccessRequest } from '../../access/index.ts';

/** A condition that needs no facts about the resident: always known. */
export type KnownCondition = (request: AccessRequest) => boolean;

/** The stated purpose is one of these. */
export function purposeIs(...purposes: readonly PurposeOfUse[]): KnownCondition {
  return ({ purposeOfUse }) => purposeOfUse !== null && purposes.includes(purposeOfUse);
}

/** The requester has one of these roles. */
export function worksAs(...roles: readonly string[]): KnownCondition {
  return ({ requester }) => requester.roles.some((role) => roles.includes(role));
}

/** The requester works for one of these agencies. */
export function worksFor(...agencies: readonly string[]): KnownCondition {
  return ({ requester }) => agencies.includes(requester.agency);
}

/** The data is of one of these categories. */
export function categoryIs(...categories: readonly string[]): KnownCondition {
  return ({ category }) => categories.includes(category.name);
}

/** The requester works for the agency whose data it is. */
export const ownAgency: KnownCondition = ({ requester, category }) => requester.agency === category.agency;

/** The requester completed the training, and it is still valid. */
export function trainedIn(training: string): KnownCondition {
  return ({ requester }) => requester.trainings.includes(training);
}

/** How sure it is who the requester is (NIST SP 800-63-4): at least this level, 1 to 3. */
export function assuredTo(level: number): KnownCondition {
  return ({ requester }) => requester.assuranceLevel >= level;
}

/** The agreement rests on an authority that contains this citation. */
export function agreementCites(citation: string): KnownCondition {
  return ({ agreement }) => agreement.legalAuthority.some((authority) => authority.includes(citation));
}

/** The agreement rests on a statute or regulation, not only on the parties' will. */
export const agreementRestsOnStatute: KnownCondition = ({ agreement }) =>
  agreement.legalAuthority.some((authority) => /\b(?:USC|CFR|FR|CMR)\b|M\.G\.L\./.test(authority));
