import type { Condition } from './condition.ts';
import { met, undetermined, unmet } from './condition.ts';

/** The resident is the requester, as the identity provider vouches for it. */
export const isOwnRecord: Condition = ({ conditions }, { requester, resident }) => {
  if (conditions?.isOwnRecord === undefined) return met;
  if (requester.residentId === null) return unmet('RELATIONSHIP', 'NONE');
  if (resident === null) return undetermined;
  return resident.residentId === requester.residentId ? met : unmet('RELATIONSHIP', 'NONE');
};
