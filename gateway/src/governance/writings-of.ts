import type { Caller } from '../authentication/index.ts';
import type {
  BreakGlassRecord,
  BreakGlassReview,
  ConsentRecord,
  DeclarationRecord,
  RelationshipRecord,
  RestrictionRecord,
} from './records/index.ts';
import type {
  Desk,
  NewBreakGlass,
  NewConsent,
  NewDeclaration,
  NewRelationship,
  NewRestriction,
  NewReview,
} from './writing/index.ts';
import {
  assignRelationship,
  closeBreakGlass,
  confirmEmergency,
  declareEmergency,
  endEmergency,
  endRelationship,
  liftRestriction,
  openBreakGlass,
  recordConsent,
  restrictAgency,
  reviewBreakGlass,
  revokeConsent,
} from './writing/index.ts';

type Writing<Given, Kept> = (caller: Caller, given: Given) => Promise<Kept>;

/** What changes the facts. Each says who may, and throws FORBIDDEN or BAD_USER_INPUT. */
export interface Writings {
  readonly recordConsent: Writing<NewConsent, ConsentRecord>;
  readonly revokeConsent: Writing<string, ConsentRecord>;
  readonly assignRelationship: Writing<NewRelationship, RelationshipRecord>;
  readonly endRelationship: Writing<string, RelationshipRecord>;
  readonly openBreakGlass: Writing<NewBreakGlass, BreakGlassRecord>;
  readonly closeBreakGlass: Writing<string, BreakGlassRecord>;
  readonly reviewBreakGlass: Writing<NewReview, BreakGlassReview>;
  readonly declareEmergency: Writing<NewDeclaration, DeclarationRecord>;
  readonly confirmEmergency: Writing<string, DeclarationRecord>;
  readonly endEmergency: Writing<string, DeclarationRecord>;
  readonly restrictAgency: Writing<NewRestriction, RestrictionRecord>;
  readonly liftRestriction: Writing<string, RestrictionRecord>;
}

/** The writings at a desk. @param answered - gives the database's trouble its name */
export function writingsOf(
  desk: Desk,
  answered: <Value>(ask: () => Promise<Value>) => Promise<Value>,
): Writings {
  const by =
    <Given, Kept>(write: (desk: Desk, caller: Caller, given: Given) => Promise<Kept>): Writing<Given, Kept> =>
    async (caller, given) =>
      answered(() => write(desk, caller, given));
  return {
    recordConsent: by(recordConsent),
    revokeConsent: by(revokeConsent),
    assignRelationship: by(assignRelationship),
    endRelationship: by(endRelationship),
    openBreakGlass: by(openBreakGlass),
    closeBreakGlass: by(closeBreakGlass),
    reviewBreakGlass: by(reviewBreakGlass),
    declareEmergency: by(declareEmergency),
    confirmEmergency: by(confirmEmergency),
    endEmergency: by(endEmergency),
    restrictAgency: by(restrictAgency),
    liftRestriction: by(liftRestriction),
  };
}
