import type { ResidentFacts } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import type { Condition } from '../truth.ts';

/** A condition on the facts about the resident: unknown until it is known which one. */
export function ofResident(holds: (facts: ResidentFacts, request: AccessRequest) => boolean): Condition {
  return (request) => (request.resident === null ? 'unknown' : holds(request.resident, request));
}
