import type {
  NewBreakGlass,
  NewConsent,
  NewDeclaration,
  NewRelationship,
  NewRestriction,
  NewReview,
} from '../writing/index.ts';
import type { GovernanceContext } from './governance-context.ts';

type Resolver<Arguments> = (root: unknown, given: Arguments, context: GovernanceContext) => Promise<unknown>;

/** Every mutation is one writing, which says itself who may. */
export const mutations = {
  recordConsent: withInput<NewConsent>((given, { writings, caller }) =>
    writings.recordConsent(caller, {
      ...given,
      validFrom: given.validFrom ?? null,
      validUntil: given.validUntil ?? null,
    }),
  ),
  revokeConsent: withId((id, { writings, caller }) => writings.revokeConsent(caller, id)),
  assignRelationship: withInput<NewRelationship>((given, { writings, caller }) =>
    writings.assignRelationship(caller, {
      ...given,
      validFrom: given.validFrom ?? null,
      validUntil: given.validUntil ?? null,
    }),
  ),
  endRelationship: withId((id, { writings, caller }) => writings.endRelationship(caller, id)),
  openBreakGlass: withInput<NewBreakGlass>((given, { writings, caller }) =>
    writings.openBreakGlass(caller, given),
  ),
  closeBreakGlass: withId((id, { writings, caller }) => writings.closeBreakGlass(caller, id)),
  reviewBreakGlass: withInput<NewReview>((given, { writings, caller }) =>
    writings.reviewBreakGlass(caller, given),
  ),
  declareEmergency: withInput<NewDeclaration>((given, { writings, caller }) =>
    writings.declareEmergency(caller, { ...given, startsAt: given.startsAt ?? null }),
  ),
  confirmEmergency: withId((id, { writings, caller }) => writings.confirmEmergency(caller, id)),
  endEmergency: withId((id, { writings, caller }) => writings.endEmergency(caller, id)),
  restrictAgency: withInput<NewRestriction>((given, { writings, caller }) =>
    writings.restrictAgency(caller, { ...given, categories: given.categories ?? null }),
  ),
  liftRestriction: withId((id, { writings, caller }) => writings.liftRestriction(caller, id)),
};

function withInput<Given>(
  write: (given: Given, context: GovernanceContext) => Promise<unknown>,
): Resolver<{ readonly input: Given }> {
  return async (_root, { input }, context) => write(input, context);
}

function withId(
  write: (id: string, context: GovernanceContext) => Promise<unknown>,
): Resolver<{ readonly id: string }> {
  return async (_root, { id }, context) => write(id, context);
}
