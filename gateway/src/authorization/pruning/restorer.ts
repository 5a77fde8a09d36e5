import { valueFromAST } from 'graphql';

import type { Denial, Permit, ResidentDecisions, Undetermined } from '../policy/index.ts';
import { bareRecord } from './bare-record.ts';
import type { BareRecord } from './bare-record.ts';
import { fulfillable, undecidable } from './fulfillable.ts';
import type { MergedField, MergedSelections } from './merged-selections.ts';
import type { GivenArgument, HiddenNames, Verdict } from './selections.ts';
import { residentType } from './selections.ts';

/** A place in an answer, from the inside out. */
export interface PathTo {
  readonly before: PathTo | null;
  readonly key: string | number;
}

/** Told what the restorer does. */
export interface RestoreListener {
  /** Null stands there in place of what is withheld. */
  readonly onWithheld: (path: PathTo, denial: Denial, field: MergedField) => void;
  /** Something is shown that depended on the resident. */
  readonly onPermit: (permit: Permit) => void;
  /** @returns what stands in the place of a value that is shown */
  readonly onShown: (path: PathTo, value: unknown, permit: Permit | null, field: MergedField) => unknown;
}

/** What a restorer works with. */
export interface RestorerOptions {
  readonly hidden: HiddenNames;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of residents that are known by then; nothing for one whose facts could not be had. */
  readonly decisionsOf: (residentId: string) => ResidentDecisions | undefined;
  readonly listener: RestoreListener;
}

type Depends = Extract<Verdict, { readonly kind: 'depends' }>;

type Value = Readonly<Record<string, unknown>>;

/**
 * Makes of an answer to a pruned operation the answer to the operation itself: null in each place of what is
 * withheld, in the order of the client's selections, and nothing that the client didn't ask for.
 */
export class Restorer {
  readonly #options: RestorerOptions;
  /** The last place where what is concealed can't be null: then what holds it isn't there either. */
  #concealedAt: PathTo | null = null;

  constructor(options: RestorerOptions) {
    this.#options = options;
  }

  /** @param above - decisions about the nearest resident above the object, null if there is none */
  object(
    value: Value,
    selections: MergedSelections,
    above: ResidentDecisions | null,
    path: PathTo | null,
  ): BareRecord | null {
    const { hidden } = this.#options;
    const typeName = selections.onlyType ?? value[hidden.type];
    // Without its type nothing can be said of an object: then it isn't shown.
    if (typeof typeName !== 'string') return null;
    const resident =
      selections.asksId && typeName === residentType ? this.#decisionsOf(value[selections.idName]) : above;
    const restored = bareRecord();
    for (const field of selections.fieldsOf(typeName)) {
      const to = { before: path, key: field.responseName };
      restored[field.responseName] = this.#field(ownValue(value, field.responseName), field, resident, to);
      if (this.#concealedAt === to) return null;
    }
    return restored;
  }

  #field(value: unknown, field: MergedField, resident: ResidentDecisions | null, path: PathTo): unknown {
    const { verdict } = field;
    if (verdict.kind === 'deny') return this.#withhold(path, verdict, field);
    if (verdict.kind === 'shown') return this.#shown(value, field, resident, null, path);
    if (verdict.subject === 'reached') return this.#reached(value, field, verdict, path);
    const decision = decideFor(resident, verdict.coordinate, verdict.decision);
    if (decision.kind === 'deny') return this.#withhold(path, decision, field);
    this.#options.listener.onPermit(decision);
    return this.#shown(value, field, resident, decision, path);
  }

  #shown(
    value: unknown,
    field: MergedField,
    resident: ResidentDecisions | null,
    permit: Permit | null,
    path: PathTo,
  ): unknown {
    const { selections: inner } = field;
    // An agency isn't asked for what can't be without something that is denied: it has not said that there is nothing.
    const missing = (value ?? null) === null && inner ? missingIn(inner, resident) : null;
    if (missing) return this.#withhold(path, missing, field);
    const changed = this.#options.listener.onShown(path, value, permit, field);
    const { selections } = field;
    return selections?.needsRestoring ? this.#below(changed, selections, resident, path) : (changed ?? null);
  }

  #below(
    value: unknown,
    selections: MergedSelections,
    resident: ResidentDecisions | null,
    path: PathTo,
  ): unknown {
    if (Array.isArray(value)) {
      return value.map((item: unknown, key) =>
        this.#below(item, selections, resident, { before: path, key }),
      );
    }
    return isObject(value) ? this.object(value, selections, resident, path) : null;
  }

  /** A field that isn't below a resident and finds one or several: each decides about itself. */
  #reached(value: unknown, field: MergedField, verdict: Depends, path: PathTo): unknown {
    const named = namedResidents(field.arguments, this.#options.variables);
    if (!Array.isArray(value)) return this.#reachedOne(value, named[0], field, verdict, path);
    return value.map((item: unknown, key) =>
      this.#reachedOne(item, named[key], field, verdict, { before: path, key }),
    );
  }

  /** Whom nobody knows is decided like somebody of whom nothing is on file: nobody learns which ids exist. */
  #reachedOne(value: unknown, named: unknown, field: MergedField, verdict: Depends, path: PathTo): unknown {
    const id = isObject(value) && field.selections ? value[field.selections.idName] : named;
    const resident = this.#decisionsOf(id);
    const decision = decideFor(resident, verdict.coordinate, verdict.decision);
    if (decision.kind === 'deny') return this.#withhold(path, decision, field);
    this.#options.listener.onPermit(decision);
    return this.#shown(value, field, resident, decision, path);
  }

  #decisionsOf(id: unknown): ResidentDecisions | null {
    return typeof id === 'string' ? (this.#options.decisionsOf(id) ?? null) : null;
  }

  #withhold(path: PathTo, denial: Denial, field: MergedField): null {
    this.#options.listener.onWithheld(path, denial, field);
    if (denial.isConcealed && field.isNonNull) this.#concealedAt = path;
    return null;
  }
}

/** What denies, to this resident's data, a field that can't be null: what holds it can't be there then. */
function missingIn(selections: MergedSelections, resident: ResidentDecisions | null): Denial | null {
  if (!selections.hasDependents) return null;
  for (const type of selections.types) {
    // Another resident's fields are decided by that resident.
    if (type === residentType) continue;
    for (const { isNonNull, verdict, selections: below } of selections.fieldsOf(type)) {
      if (!isNonNull) continue;
      const denial = deniedTo(resident, verdict) ?? (below && missingIn(below, resident));
      if (denial) return denial;
    }
  }
  return null;
}

function deniedTo(resident: ResidentDecisions | null, verdict: Verdict): Denial | null {
  if (verdict.kind !== 'depends' || verdict.subject !== 'above') return null;
  const decision = decideFor(resident, verdict.coordinate, verdict.decision);
  return decision.kind === 'deny' ? decision : null;
}

/** The ids of all residents on whom an answer depends. */
export function residentsIn(
  value: unknown,
  selections: MergedSelections,
  { hidden, variables }: Pick<RestorerOptions, 'hidden' | 'variables'>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: unknown): void => void (typeof id === 'string' && ids.add(id));
  const visit = (inner: unknown, within: MergedSelections): void => {
    if (Array.isArray(inner)) for (const item of inner) visit(item, within);
    else if (isObject(inner)) visitObject(inner, within);
  };
  const visitObject = (object: Value, within: MergedSelections): void => {
    const typeName = within.onlyType ?? object[hidden.type];
    if (within.asksId && typeName === residentType) add(object[within.idName]);
    if (typeof typeName !== 'string') return;
    for (const field of within.fieldsOf(typeName)) {
      const { verdict } = field;
      if (verdict.kind === 'depends' && verdict.subject === 'reached') {
        for (const id of namedResidents(field.arguments, variables)) add(id);
      }
      if (field.selections?.hasDependents || field.selections?.asksId) {
        visit(ownValue(object, field.responseName), field.selections);
      }
    }
  };
  visit(value, selections);
  return ids;
}

/** The residents that a field's arguments name, in their order. */
export function namedResidents(
  given: readonly GivenArgument[],
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  return given.flatMap(({ type, value }) => valueFromAST(value, type, variables));
}

/** Decides about a field of a resident; null is a resident whose facts can't be had. */
export function decideFor(
  resident: ResidentDecisions | null,
  coordinate: string,
  decision: Undetermined,
): Permit | Denial {
  return resident === null ? undecidable(decision) : fulfillable(resident.ofField(coordinate));
}

/** A path from the outside in. */
export function pathOf(last: PathTo): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let to: PathTo | null = last; to !== null; to = to.before) path.unshift(to.key);
  return path;
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(object: Value, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
