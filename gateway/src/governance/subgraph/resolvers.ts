import type {
  BreakGlassRecord,
  BreakGlassReview,
  ConsentRecord,
  DeclarationRecord,
  RelationshipRecord,
} from '../records/index.ts';
import type { CategoryAccess } from '../policy-view.ts';
import { analyses, explainForResident } from './analyses.ts';
import type { ExplainOperationInput } from './analyses.ts';
import { dateTime } from './date-time.ts';
import { enums } from './enums.ts';
import type { GovernanceContext } from './governance-context.ts';
import { mutations } from './mutations.ts';
import type { Connection, PageRequest } from './page.ts';
import { pageOfAll } from './page.ts';
import { queries } from './queries.ts';

interface ResidentReference {
  readonly id: string;
}

/** Of the record's resident; what the index knows of them is the index's to say. */
const resident = ({ residentId }: { readonly residentId: string }): ResidentReference => ({ id: residentId });

const residents = {
  __resolveReference: ({ id }: ResidentReference): ResidentReference => ({ id }),
  async access(
    { id }: ResidentReference,
    _arguments: unknown,
    { access }: GovernanceContext,
  ): Promise<{ readonly categories: readonly CategoryAccess[] }> {
    const known = await access.load(id);
    return { categories: known.toSorted((left, right) => (left.category < right.category ? -1 : 1)) };
  },
  consents: async (
    { id }: ResidentReference,
    _arguments: unknown,
    { consents }: GovernanceContext,
  ): Promise<readonly ConsentRecord[]> => consents.load(id),
  relationships: async (
    { id }: ResidentReference,
    _arguments: unknown,
    { relationships }: GovernanceContext,
  ): Promise<readonly RelationshipRecord[]> => relationships.load(id),
  async breakGlassSessions(
    { id }: ResidentReference,
    page: PageRequest,
    { sessionsOfResidents }: GovernanceContext,
  ): Promise<Connection<BreakGlassRecord>> {
    return pageOfAll(await sessionsOfResidents.load(id), page);
  },
  explanation: async (
    { id }: ResidentReference,
    { input }: { readonly input: ExplainOperationInput },
    context: GovernanceContext,
  ): Promise<unknown> => explainForResident(id, input, context),
};

const breakGlass = {
  resident,
  reviews: async (
    { id }: BreakGlassRecord,
    _arguments: unknown,
    { reviews }: GovernanceContext,
  ): Promise<readonly BreakGlassReview[]> => reviews.load(id),
};

const reviews = {
  session: async (
    { sessionId }: BreakGlassReview,
    _arguments: unknown,
    { sessions }: GovernanceContext,
  ): Promise<BreakGlassRecord | null> => sessions.load(sessionId),
  isOverdue: ({ dueAt, reviewedAt }: BreakGlassReview, _: unknown, { at }: GovernanceContext): boolean =>
    reviewedAt === null && dueAt < at,
};

const declarations = {
  isInForce: (
    { confirmedAt, endedAt, startsAt, endsAt }: DeclarationRecord,
    _arguments: unknown,
    { at }: GovernanceContext,
  ): boolean => confirmedAt !== null && endedAt === null && startsAt <= at && at < endsAt,
};

/** Of what an analysis calls by its own names. */
const analysed = {
  ExplainedField: {
    changes: ({ changes }: { readonly changes: readonly unknown[] }): readonly unknown[] =>
      changes.map((together) => ({ together })),
  },
  LosingOperation: { documentId: ({ id }: { readonly id: string }): string => id },
  ...Object.fromEntries(
    ['SimulatedAccess', 'AccessChange'].map((type) => [
      type,
      { purposeOfUse: ({ purpose }: { readonly purpose: string }): string => purpose },
    ]),
  ),
};

/** The resolvers of schema.graphql; fields that are not here have the record's property of their name. */
export const resolvers = {
  ...enums,
  DateTime: dateTime,
  ...analysed,
  Query: { ...queries, ...analyses },
  Mutation: mutations,
  Resident: residents,
  ResidentConsent: { resident },
  ResidentRelationship: { resident },
  BreakGlassSession: breakGlass,
  BreakGlassReview: reviews,
  EmergencyDeclaration: declarations,
};
