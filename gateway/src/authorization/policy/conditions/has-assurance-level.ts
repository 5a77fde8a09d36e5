import type { Condition } from './condition.ts';
import { met, unmet } from './condition.ts';

/** It is as sure who the requester is as the grant asks (NIST SP 800-63-4). */
export const hasAssuranceLevel: Condition = ({ conditions }, { requester }) =>
  requester.assuranceLevel >= (conditions?.assuranceLevel ?? 0) ? met : unmet('ASSURANCE', 'STEP_UP');
