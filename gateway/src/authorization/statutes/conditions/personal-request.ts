import type { AccessRequest } from '../../access/index.ts';
import type { Refusal } from '../law.ts';
import { allOf } from '../truth.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';
import { hasRelationship } from './relationship-in-force.ts';
import { assuredTo, purposeIs } from './requester.ts';

/** Residents ask for their own record, for themselves. */
export const ownRecord: Condition = allOf(
  purposeIs('PATRQT'),
  ({ requester }) => requester.residentId !== null,
  ofResident(({ residentId }, { requester }) => requester.residentId === residentId),
);

/** A parent or guardian asks as the resident's personal representative. */
export const asGuardian: Condition = allOf(purposeIs('FAMRQT'), hasRelationship('guardian'));

/** Somebody who lives with the resident asks for the family. */
export const asHousehold: Condition = allOf(purposeIs('FAMRQT'), hasRelationship('household', 'guardian'));

/** The request is made by residents for themselves or for their family, not in an office. */
export const isPersonalRequest = purposeIs('PATRQT', 'FAMRQT');

/** Why a personal request is refused: who asks isn't the one to whom the record belongs, or that isn't sure enough. */
export function accessRefused(access: string, assurance: string) {
  return (request: AccessRequest): Refusal =>
    assuredTo(2)(request)
      ? { citation: access, reason: 'RELATIONSHIP', remedy: 'NONE' }
      : { citation: assurance, reason: 'ASSURANCE', remedy: 'STEP_UP' };
}
