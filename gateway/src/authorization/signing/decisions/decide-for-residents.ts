import type { Caller, PurposeOfUse } from '../../../authentication/index.ts';
import type { FactSource } from '../../../governance/index.ts';
import type { DecisionTable, Policy, ResidentDecisions } from '../../policy/index.ts';

/** What an agency wants to know about residents whom the gateway hasn't decided about. */
export interface DecisionQuestion {
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  /** Names of data categories. */
  readonly categories: readonly string[];
  /** Ids of residents. */
  readonly residents: readonly string[];
}

/** By category the residents for whom it is so; who stands in neither is denied openly. */
interface DecisionAnswer {
  readonly permitted: Readonly<Record<string, readonly string[]>>;
  readonly concealed: Readonly<Record<string, readonly string[]>>;
}

/** Answers such a question. */
export type DecideForResidents = (question: DecisionQuestion) => Promise<DecisionAnswer>;

/** What it is answered from. */
export interface DecisionSources {
  /** The policy in force now. */
  readonly policy: () => Policy;
  readonly facts: Pick<FactSource, 'factsOf'>;
  readonly now: () => Date;
}

/**
 * Decides by the policy in force, with one query of the facts for all residents.
 *
 * Rejects if the facts can't be read: then nothing is permitted.
 */
export function createDecideForResidents({ policy, facts, now }: DecisionSources): DecideForResidents {
  return async ({ caller, purposeOfUse, categories, residents }) => {
    const at = now();
    const table = policy().tableFor(caller, purposeOfUse, at);
    const known = await facts.factsOf(residents, caller, at);
    const decisions = residents.map((id) => [id, decisionsAbout(table, known.get(id))] as const);
    const where = (kind: 'permit' | 'conceal') =>
      Object.fromEntries(
        categories.map((category) => [
          category,
          decisions.filter(([, decide]) => verdict(decide, category) === kind).map(([id]) => id),
        ]),
      );
    return { permitted: where('permit'), concealed: where('conceal') };
  };
}

type Facts = Parameters<DecisionTable['forResident']>[0];

function decisionsAbout(table: DecisionTable, facts: Facts | undefined): ResidentDecisions | null {
  return facts === undefined ? null : table.forResident(facts);
}

function verdict(decisions: ResidentDecisions | null, category: string): 'permit' | 'deny' | 'conceal' {
  const decision = decisions?.ofCategory(category);
  if (decision === undefined) return 'deny';
  if (decision.kind === 'permit') return 'permit';
  return decision.isConcealed ? 'conceal' : 'deny';
}
