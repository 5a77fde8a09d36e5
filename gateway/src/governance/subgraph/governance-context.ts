import DataLoader from 'dataloader';

import type { Caller } from '../../authentication/index.ts';
import type { AgencyHealth } from '../agency-health.ts';
import type { FactSource } from '../fact-source.ts';
import type { Governance } from '../open-governance.ts';
import type { PolicyAnalysis } from '../policy-analysis.ts';
import type { CategoryAccess, PolicyView } from '../policy-view.ts';
import { seesConsent, seesRelationship, seesSession } from '../reading/index.ts';
import type {
  BreakGlassRecord,
  BreakGlassReview,
  ConsentRecord,
  RelationshipRecord,
} from '../records/index.ts';
import type { Records } from '../records-of.ts';
import type { Writings } from '../writings-of.ts';
import type { Count } from './request-counts.ts';

/** What the resolvers of one request share: who asks, and loaders that show only what the requester may see. */
export interface GovernanceContext {
  readonly caller: Caller;
  readonly records: Records;
  readonly writings: Writings;
  readonly factsOf: FactSource['factsOf'];
  /** What is known of the rules; whoever begins an analysis takes it from below. */
  readonly analysis: Pick<PolicyAnalysis, 'ownersOf' | 'agreements'>;
  /** How agencies answer, in the order of their names. */
  readonly health: () => readonly AgencyHealth[];
  /**
   * Counts one analysis more: they take long, and others wait.
   *
   * @throws Failure BAD_USER_INPUT if it is one too many
   */
  readonly beginAnalysis: () => PolicyAnalysis;
  /** The time of the whole request. */
  readonly at: Date;
  readonly consents: DataLoader<string, readonly ConsentRecord[]>;
  readonly relationships: DataLoader<string, readonly RelationshipRecord[]>;
  readonly sessionsOfResidents: DataLoader<string, readonly BreakGlassRecord[]>;
  readonly sessions: DataLoader<string, BreakGlassRecord | null>;
  readonly reviews: DataLoader<string, readonly BreakGlassReview[]>;
  readonly access: DataLoader<string, readonly CategoryAccess[]>;
}

/** A context for one fetch of a request, with loaders of its own. */
export function createContext(
  caller: Caller,
  { records, writings, facts, now }: Governance,
  policy: PolicyView,
  {
    analysis,
    health,
    count,
  }: Pick<GovernanceContext, 'health'> & {
    readonly analysis: PolicyAnalysis;
    readonly count: Count;
  },
): GovernanceContext {
  const at = now();
  const { factsOf } = facts;
  return {
    caller,
    records,
    writings: writings(policy),
    factsOf,
    analysis,
    health,
    beginAnalysis: () => {
      count();
      return analysis;
    },
    at,
    consents: new DataLoader(async (ids) => {
      const [kept, bonds, access] = await Promise.all([
        records.consents(ids),
        records.bonds(caller, ids, at),
        policy.accessOf(ids),
      ]);
      return ids.map((id) => {
        const worksWith = bonds.worksWith.has(id);
        const actsFor = bonds.actsFor.has(id);
        const standing = { worksWith, actsFor, permitted: permittedIn(access.get(id) ?? []) };
        return (kept.get(id) ?? []).filter((one) => seesConsent(caller, one, standing));
      });
    }),
    relationships: visible(records.relationships, (one) => seesRelationship(caller, one)),
    sessionsOfResidents: visible(records.sessionsOfResidents, (one) => seesSession(caller, one)),
    sessions: new DataLoader(async (ids) => {
      const kept = await records.sessions(ids);
      return ids.map((id) => onlyIf(kept.get(id), (one) => seesSession(caller, one)));
    }),
    reviews: new DataLoader(async (ids) => {
      const kept = await records.reviews(ids);
      return ids.map((id) => kept.filter(({ sessionId }) => sessionId === id));
    }),
    access: new DataLoader(async (ids) => {
      const known = await policy.accessOf(ids);
      return ids.map((id) => known.get(id) ?? []);
    }),
  };
}

function permittedIn(access: readonly CategoryAccess[]): ReadonlySet<string> {
  return new Set(access.filter(({ isPermitted }) => isPermitted).map(({ category }) => category));
}

function visible<Kept>(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Kept[]>>,
  sees: (one: Kept) => boolean,
): DataLoader<string, readonly Kept[]> {
  return new DataLoader(async (ids) => {
    const kept = await read(ids);
    return ids.map((id) => (kept.get(id) ?? []).filter(sees));
  });
}

function onlyIf<Kept>(one: Kept | undefined, sees: (one: Kept) => boolean): Kept | null {
  return one !== undefined && sees(one) ? one : null;
}
