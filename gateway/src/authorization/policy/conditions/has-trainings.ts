import type { Condition } from './condition.ts';
import { met, unmet } from './condition.ts';

/** The requester's token shows every training that the grant names. */
export const hasTrainings: Condition = ({ conditions }, { requester }) => {
  const isComplete = (conditions?.training ?? []).every((each) => requester.trainings.includes(each));
  return isComplete ? met : unmet('TRAINING', 'COMPLETE_TRAINING');
};
