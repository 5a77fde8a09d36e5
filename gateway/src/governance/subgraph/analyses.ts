import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { ResidentFacts } from '../facts/index.ts';
import type {
  AnalysedAccess,
  AnalysedAgreement,
  AnalysedCoverage,
  AnalysedOperation,
  BoundAgencies,
  OtherAgreements,
} from '../policy-analysis.ts';
import { factsSeenBy } from '../reading/index.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { scopeOfResidents, scopeOfRules } from './analysis-scope.ts';
import type { GovernanceContext } from './governance-context.ts';

/** An operation to be explained, as the schema takes it. */
export interface ExplainOperationInput {
  readonly document: string;
  readonly operationName?: string | null;
  readonly variables: string;
  readonly requester: Omit<Caller, 'purposesOfUse' | 'residentId' | 'isAnonymous'> & {
    readonly residentId?: string | null;
  };
  readonly purposeOfUse?: string | null;
  readonly at?: Date | null;
}

/** Changes that are told one by one: a new purpose or role can change tens of thousands. */
const mostChanges = 1000;

type At = { readonly at?: Date | null };

/** The questions about the rules, each of which says first who may ask it. */
export const analyses = {
  explainOperation: async (
    _root: unknown,
    { input }: { readonly input: ExplainOperationInput },
    context: GovernanceContext,
  ): Promise<AnalysedOperation> => explain(input, null, scopeOfRules(context.caller), context),

  async fieldAccess(
    _root: unknown,
    { coordinate, at }: At & { readonly coordinate: string },
    context: GovernanceContext,
  ): Promise<readonly AnalysedAccess[]> {
    const sees = scopeOfRules(context.caller);
    return seen(await context.beginAnalysis().fieldAccess(coordinate, at ?? context.at), sees, context);
  },

  async roleAccess(
    _root: unknown,
    given: At & {
      readonly role: string;
      readonly agency: string;
      readonly application?: string | null;
      readonly purposeOfUse?: string | null;
    },
    context: GovernanceContext,
  ): Promise<readonly AnalysedAccess[]> {
    const sees = scopeOfRules(context.caller);
    const { role, agency, application = null, purposeOfUse = null, at } = given;
    const requester = { role, agency, application };
    const access = await context.beginAnalysis().roleAccess(requester, purposeOfUse, at ?? context.at);
    return seen(access, sees, context);
  },

  async compareAgreements(
    _root: unknown,
    { input }: { readonly input: At & OtherAgreements },
    context: GovernanceContext,
  ): Promise<object> {
    const sees = scopeOfRules(context.caller);
    const { ownersOf } = context.analysis;
    const isShown = (subject: string, agency: string): boolean => sees(ownersOf(subject), agency);
    const at = input.at ?? context.at;
    const { changes, operations } = await context.beginAnalysis().compareAgreements(input, at, isShown);
    const shown = changes.filter(({ category, requester }) => isShown(category, requester.agency));
    return { changes: shown.slice(0, mostChanges), changeCount: shown.length, operations };
  },

  async agreements(
    _root: unknown,
    _arguments: unknown,
    { caller, analysis, at }: GovernanceContext,
  ): Promise<readonly AnalysedAgreement[]> {
    const binds = bindingOf(scopeOfRules(caller));
    return analysis
      .agreements(at)
      .filter(binds)
      .map((one) => ({ ...one, earlierVersions: one.earlierVersions.filter(binds) }));
  },

  async policyCoverage(
    _root: unknown,
    { expiringWithinDays, at }: At & { readonly expiringWithinDays: number },
    context: GovernanceContext,
  ): Promise<AnalysedCoverage> {
    const sees = scopeOfRules(context.caller);
    const { ownersOf } = context.analysis;
    const all = await context.beginAnalysis().coverage(expiringWithinDays, at ?? context.at);
    const binds = bindingOf(sees);
    return {
      // What nobody labelled is nobody's: it concerns those who answer for the whole.
      unlabelledFields: all.unlabelledFields.filter(() => sees([])),
      categoriesWithoutAgreement: all.categoriesWithoutAgreement.filter((name) => sees(ownersOf(name))),
      forbiddenGrants: all.forbiddenGrants.filter(binds),
      expiringAgreements: all.expiringAgreements.filter(binds),
    };
  },
};

/** Whether an agreement binds an agency that an officer answers for. */
function bindingOf(sees: AnalysisScope): (agreement: BoundAgencies) => boolean {
  return ({ agencies }) => agencies.some((agency) => sees([agency]));
}

/** What an operation about one resident would be answered, by the facts that the officer may see. */
export async function explainForResident(
  residentId: string,
  input: ExplainOperationInput,
  context: GovernanceContext,
): Promise<AnalysedOperation> {
  const sees = scopeOfResidents(context.caller);
  const asking = requesterOf(input);
  const known = await context.factsOf([residentId], asking, input.at ?? context.at);
  const facts = known.get(residentId);
  if (facts === undefined) throw failure('INTERNAL_SERVER_ERROR', { cause: 'A resident has no facts.' });
  return explain(input, factsSeenBy(context.caller, facts), sees, context);
}

async function explain(
  input: ExplainOperationInput,
  facts: ResidentFacts | null,
  sees: AnalysisScope,
  context: GovernanceContext,
): Promise<AnalysedOperation> {
  const { document, operationName = null, variables, purposeOfUse = null } = input;
  const caller = requesterOf(input);
  const asked = { document, operationName, variables, caller, purposeOfUse, at: input.at ?? context.at };
  const explained = await context.beginAnalysis().explain(asked, facts);
  const { ownersOf } = context.analysis;
  const isShown = (coordinate: string): boolean => sees(ownersOf(coordinate), caller.agency);
  const { refusedArgument } = explained;
  return {
    ...explained,
    fields: explained.fields.filter(({ coordinate }) => isShown(coordinate)),
    refusedArgument: refusedArgument !== null && isShown(refusedArgument) ? refusedArgument : null,
  };
}

function requesterOf({ requester }: ExplainOperationInput): Caller {
  if (requester.assuranceLevel < 1 || requester.assuranceLevel > 3)
    throw failure('BAD_USER_INPUT', { message: 'assuranceLevel: it is 1, 2 or 3.' });
  return { ...requester, purposesOfUse: null, residentId: requester.residentId ?? null };
}

function seen(
  access: readonly AnalysedAccess[],
  sees: AnalysisScope,
  { analysis }: GovernanceContext,
): readonly AnalysedAccess[] {
  return access.filter(({ subject, requester }) => sees(analysis.ownersOf(subject), requester.agency));
}
