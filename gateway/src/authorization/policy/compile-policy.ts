import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { GovernanceState } from '../../governance/index.ts';
import type { Agreement } from '../agreements/index.ts';
import type { Category } from '../categories/index.ts';
import { figures } from '../../telemetry/index.ts';
import type { Requirements } from '../requirements/index.ts';
import type { Statute } from '../statutes/index.ts';
import { indexAgreements } from './agreement-index.ts';
import { callerClass } from './caller-class.ts';
import type { ClassTable } from './class-table.ts';
import { createClassTable } from './class-table.ts';
import { createDecisionTable } from './decision-table.ts';
import type { DecisionTable, Policy } from './policy.ts';
import type { PolicyRules } from './policy-rules.ts';
import type { Validity } from './validity.ts';
import { validityFinder } from './validity.ts';

/** What a policy is made of. */
export interface PolicyParts {
  readonly requirements: Requirements;
  readonly catalogue: readonly Category[];
  /** Whatever their status; those whose status and term say so are in force. */
  readonly agreements: readonly Agreement[];
  readonly statutes: readonly Statute[];
  readonly state: GovernanceState;
  /** The clock by which facts about residents count. */
  readonly now: () => Date;
}

/** Classes of callers, each with one purpose, whose tables are kept. */
const mostTables = 2000;

/**
 * Compiles agreements, statutes and restrictions for one supergraph.
 *
 * A decision is permit if an agreement in force grants it, every statute that covers the category permits, and no
 * restriction forbids. Agreements are tried one by one and the best answer counts, so that one agreement more never
 * takes anything away.
 */
export function compilePolicy(parts: PolicyParts): Policy {
  const rules = rulesOf(parts);
  const validityAt = validityFinder(rules.agreements.instants, parts.state);
  const classes = new LRUCache<string, Valid<ClassTable>>({ max: mostTables });
  const tables = new WeakMap<Caller, Map<PurposeOfUse | null, Valid<DecisionTable>>>();
  const meter = figures.caches.decisionTables;
  meter.watch(classes);
  return {
    epoch: parts.state.epoch,
    digest: digestOf(parts),
    categoriesOf: (coordinate) => categoriesOf(coordinate, rules),
    declarations: parts.state.declarations,
    tableFor(caller, purposeOfUse, at) {
      const known = tables.get(caller)?.get(purposeOfUse);
      const isKnown = known !== undefined && holds(known, at);
      meter.count(isKnown);
      if (isKnown) return known.value;
      const made = tableOf(caller, purposeOfUse, at);
      const ofCaller = tables.get(caller) ?? new Map<PurposeOfUse | null, Valid<DecisionTable>>();
      tables.set(caller, ofCaller.set(purposeOfUse, made));
      return made.value;
    },
  };

  function tableOf(caller: Caller, purposeOfUse: PurposeOfUse | null, at: Date): Valid<DecisionTable> {
    const { value, from, until } = classTableOf(caller, purposeOfUse, at);
    return { value: createDecisionTable(caller, purposeOfUse, value, rules, parts.now), from, until };
  }

  function classTableOf(caller: Caller, purposeOfUse: PurposeOfUse | null, at: Date): Valid<ClassTable> {
    const { key, representative } = callerClass(caller, purposeOfUse);
    const known = classes.get(key);
    if (known && holds(known, at)) return known;
    const value = createClassTable({ requester: representative, purposeOfUse, at }, rules);
    const made = { value, ...validityAt(at.getTime()) };
    classes.set(key, made);
    return made;
  }
}

function categoriesOf(coordinate: string, { requirements, categories }: PolicyRules): readonly Category[] {
  const requirement = requirements.requirementOf(coordinate);
  if (requirement === 'open' || requirement === 'unlabelled') return [];
  const names = new Set(requirement.needs.flat());
  return [...names].flatMap((name) => categories.get(name) ?? []);
}

type Valid<Value> = Validity & { readonly value: Value };

function holds({ from, until }: Validity, at: Date): boolean {
  const instant = at.getTime();
  return from <= instant && instant < until;
}

function rulesOf({ requirements, catalogue, agreements, statutes, state }: PolicyParts): PolicyRules {
  return {
    requirements,
    categories: new Map(catalogue.map((category) => [category.name, category])),
    agreements: indexAgreements(agreements.map(withoutUnknownTransforms(requirements)), catalogue),
    statutes: new Map(
      catalogue.map(({ name }) => [name, statutes.filter(({ covers }) => covers.includes(name))]),
    ),
    state,
  };
}

/**
 * An agreement without grants that make a field less which isn't there: by a mistyped or renamed field the value that
 * is meant would be shown whole.
 */
function withoutUnknownTransforms({ coordinates }: Requirements): (agreement: Agreement) => Agreement {
  const known = new Set(coordinates);
  const isKnown = ({ transforms = [] }: Agreement['grants'][number]): boolean =>
    transforms.every(({ coordinate }) => known.has(coordinate));
  return (agreement) =>
    agreement.grants.every(isKnown) ? agreement : { ...agreement, grants: agreement.grants.filter(isKnown) };
}

/** Statutes count by their names: their code changes only with the gateway itself. */
function digestOf({ requirements, catalogue, agreements, statutes, state }: PolicyParts): string {
  const contents = agreements.map(({ id, version, status, contentHash }) => [
    id,
    version,
    status,
    contentHash,
  ]);
  const { declarations, restrictions, isStale } = state;
  const parts = [
    requirements.digest,
    catalogue,
    contents.toSorted((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1)),
    statutes.map(({ id }) => id),
    declarations,
    restrictions,
    isStale,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
