import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
} from 'graphql';

import type { Decision, Denial, Permit } from '../policy/index.ts';
import type { ArgumentRules } from './argument-rules.ts';
import type { Condition } from './condition.ts';
import { conditionsOf } from './condition.ts';
import { fulfillable, undecidable } from './fulfillable.ts';
import { backReferenceName } from './hidden-names.ts';
import type { HiddenNames, Identified, SelectedField, Selections, Verdict } from './selections.ts';
import { residentType } from './selections.ts';
import { transformOf } from './transform-value.ts';

/** Where a field stands, for whoever decides about it. */
interface Place {
  /** How many residents stand above it, one inside the other. */
  readonly residentsAbove: number;
}

/** Decides about `Type.field`, `Type` being an object type or an interface. */
export type FieldDecider = (coordinate: string, place: Place) => Decision;

/** What a pruner works with. */
export interface PrunerOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly decide: FieldDecider;
  readonly argumentRules: ArgumentRules | null;
  readonly hidden: HiddenNames;
  /** Whether the answer must tell whom each part of it is about. */
  readonly identifies: boolean;
}

/** A selection set without what is denied. */
export interface PrunedSet {
  /** Empty if nothing is left of what the client asked for. */
  readonly kept: readonly SelectionNode[];
  /** What is asked for besides, so that the answer can be restored and no selection set is empty. */
  readonly added: readonly SelectionNode[];
  readonly selections: Selections;
  /** A denied field that can't be null: what holds this selection set can't be shown either. */
  readonly poison: Denial | null;
}

interface Scope {
  readonly parent: GraphQLCompositeType;
  readonly types: ReadonlySet<string>;
  readonly conditions: readonly Condition[];
  readonly residentsAbove: number;
  /** Whether the field that holds this is decided by the residents that it reaches. */
  readonly isReached: boolean;
}

interface Collected {
  readonly kept: SelectionNode[];
  readonly fields: SelectedField[];
  poison: Denial | null;
}

/**
 * Takes denied fields out of selection sets.
 *
 * 1. Fragments are opened where they are spread, so that each field is decided where it stands.
 * 2. A field of an interface or union is decided for each object type that it can meet. If some are denied, the
 *    field is asked for on the others only.
 * 3. Where a denied field can't be null, what holds it is withheld in its place.
 * 4. The type's name is asked for where nothing is left and where the type decides what is restored; the resident's
 *    id where something depends on the resident, or where the answer must tell whom it is about.
 */
export class SelectionPruner {
  readonly #options: PrunerOptions;
  /** Of everything that is shown to whoever is permitted without knowing the resident. */
  readonly permits = new Set<Permit>();
  /** Whether the document has to change. */
  isChanged = false;
  #places = 0;

  constructor(options: PrunerOptions) {
    this.#options = options;
  }

  /** Prunes the selection set of an operation. */
  root(parent: GraphQLCompositeType, set: SelectionSetNode): PrunedSet {
    const types = new Set([parent.name]);
    return this.#set(set, { parent, types, conditions: [], residentsAbove: 0, isReached: false });
  }

  #set(set: SelectionSetNode, scope: Scope): PrunedSet {
    const collected: Collected = { kept: [], fields: [], poison: null };
    this.#collect(set, scope, collected);
    const { fields, kept, poison } = collected;
    const selections = this.#selections(fields, kept, scope);
    const added = this.#added(selections, scope);
    if (added.length > 0) this.isChanged = true;
    return { kept, added, selections, poison };
  }

  #selections(fields: readonly SelectedField[], kept: readonly SelectionNode[], scope: Scope): Selections {
    const { types, parent, isReached } = scope;
    const dependsAbove = fields.some(dependsOnResidentAbove);
    // Who asks for entities knows which ones.
    const isFound = types.has(residentType) && parent.name !== entityUnion;
    const decidesById = isFound && (dependsAbove || isReached);
    const identified = this.#identified(scope, isFound);
    const asksId = decidesById || (identified !== null && identified.through === null);
    const changesAnswer = decidesById || kept.length === 0 || fields.some(changesItsAnswer);
    const isDirty = changesAnswer || identified !== null || fields.some(needsRestoring);
    return {
      fields,
      types,
      asksId,
      idName: identified?.idName ?? this.#options.hidden.id,
      identified,
      changesAnswer,
      asksType: kept.length === 0 || (isDirty && isAbstractType(parent)),
      needsRestoring: isDirty,
      hasDependents: fields.some(hasDependents),
      needsResidentAbove: dependsAbove && !(types.size === 1 && types.has(residentType)),
      isConditional: fields.some(isConditional),
    };
  }

  /** Residents are known by their ids; a record that stands below no resident, by the one to whom it belongs. */
  #identified(scope: Scope, isFound: boolean): Identified | null {
    if (!this.#options.identifies) return null;
    const isBack = !isFound && this.#leadsToResident(scope);
    if (!isFound && !isBack) return null;
    this.#places += 1;
    const number = this.#places;
    const through = isBack ? `${backReferenceName}${number}` : null;
    return { number, idName: `${this.#options.hidden.id}${number}`, through };
  }

  #leadsToResident({ parent, residentsAbove }: Scope): boolean {
    if (residentsAbove > 0 || isUnionType(parent)) return false;
    const field = parent.getFields()[backReference];
    if (field === undefined || field.args.length > 0 || !reachesResident(field)) return false;
    if (isListType(getNullableType(field.type))) return false;
    return this.#options.decide(`${parent.name}.${field.name}`, { residentsAbove }).kind === 'permit';
  }

  #added({ asksType, asksId, idName, identified }: Selections, { parent }: Scope): readonly SelectionNode[] {
    const { hidden } = this.#options;
    const id = aliased(idName, 'id');
    const through = identified?.through ?? null;
    return [
      ...(asksType ? [aliased(hidden.type, '__typename')] : []),
      ...(asksId ? [isAbstractType(parent) ? onType(residentType, [id]) : id] : []),
      ...(through === null ? [] : [{ ...aliased(through, backReference), selectionSet: setOf([id]) }]),
    ];
  }

  #collect(set: SelectionSetNode, scope: Scope, into: Collected): void {
    for (const selection of set.selections) {
      const conditions = [...scope.conditions, ...conditionsOf(selection)];
      if (selection.kind === Kind.FIELD) this.#field(selection, { ...scope, conditions }, into);
      else this.#fragment(selection, { ...scope, conditions }, into);
    }
  }

  #fragment(selection: Exclude<SelectionNode, FieldNode>, scope: Scope, into: Collected): void {
    const opened = this.#opened(selection);
    if (opened === undefined) return;
    const parent = this.#compositeType(opened.typeCondition?.name.value) ?? scope.parent;
    const possible = this.#possibleTypes(parent);
    const types = new Set([...scope.types].filter((name) => possible.has(name)));
    const inner: Collected = { kept: [], fields: into.fields, poison: null };
    if (types.size > 0) this.#collect(opened.selectionSet, { ...scope, parent, types }, inner);
    into.poison ??= inner.poison;
    if (inner.kept.length > 0) into.kept.push({ ...opened, selectionSet: setOf(inner.kept) });
  }

  #opened(selection: Exclude<SelectionNode, FieldNode>): InlineFragmentNode | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const fragment = this.#options.fragments.get(selection.name.value);
    if (fragment === undefined) return undefined;
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives: selection.directives ?? [],
      selectionSet,
    };
  }

  #field(node: FieldNode, scope: Scope, into: Collected): void {
    const definition = isUnionType(scope.parent) ? undefined : scope.parent.getFields()[node.name.value];
    // `__typename` and introspection show the schema and nothing of a resident.
    if (definition === undefined) {
      into.fields.push(plainField(node, scope));
      into.kept.push(node);
      return;
    }
    const decided = this.#verdicts(definition, scope);
    const { verdicts, below } = this.#below(node, definition, scope, decided);
    const shown = [...verdicts].filter(([, verdict]) => verdict.kind !== 'deny').map(([name]) => name);
    const denial = [...verdicts.values()].find((verdict) => verdict.kind === 'deny');
    const isNonNull = isNonNullType(definition.type);
    if (denial && isNonNull) into.poison ??= denial;
    into.fields.push({
      responseName: responseNameOf(node),
      name: definition.name,
      isNonNull,
      conditions: scope.conditions,
      verdicts,
      selections: below?.selections ?? null,
      arguments: argumentsOf(node, definition, verdicts),
    });
    if (shown.length < verdicts.size) this.isChanged = true;
    for (const name of shown) this.#addArguments(name, node, definition);
    into.kept.push(...this.#nodes(node, below, shown, scope, definition));
  }

  #verdicts(definition: Definition, scope: Scope): ReadonlyMap<string, Verdict> {
    return new Map([...scope.types].map((name) => [name, this.#verdict(name, definition, scope)]));
  }

  #verdict(typeName: string, definition: Definition, scope: Scope): Verdict {
    const coordinate = `${typeName}.${definition.name}`;
    const residentsAbove = residentsAboveFieldsOf(typeName, scope);
    const decision = fulfillable(this.#options.decide(coordinate, { residentsAbove }));
    if (decision.kind === 'deny') return decision;
    if (decision.kind === 'permit') {
      this.permits.add(decision);
      return { kind: 'shown', coordinate, transform: transformOf(decision, coordinate) };
    }
    if (residentsAbove > 0) return { kind: 'depends', coordinate, subject: 'above', decision };
    const isReaching = typeName === this.#options.schema.getQueryType()?.name && reachesResident(definition);
    return isReaching ? { kind: 'depends', coordinate, subject: 'reached', decision } : undecidable(decision);
  }

  /** What stands below a field that is shown, and what becomes of the field if that can't stand there. */
  #below(node: FieldNode, definition: Definition, scope: Scope, decided: ReadonlyMap<string, Verdict>) {
    const shown = [...decided].filter(([, verdict]) => verdict.kind !== 'deny');
    const type = getNamedType(definition.type);
    if (shown.length === 0 || !node.selectionSet || !isCompositeType(type)) {
      return { verdicts: decided, below: null };
    }
    const above = shown.map(([name]) => residentsAboveFieldsOf(name, scope));
    const types = this.#possibleTypes(type);
    const isReached = shown.some(
      ([, verdict]) => verdict.kind === 'depends' && verdict.subject === 'reached',
    );
    const residentsAbove = Math.min(...above);
    const inner = { parent: type, types, conditions: scope.conditions, residentsAbove, isReached };
    const below = this.#set(node.selectionSet, inner);
    const { poison } = below;
    if (poison === null) return { verdicts: decided, below };
    const verdicts = new Map([...decided].map(([name, verdict]) => [name, denied(verdict, poison)]));
    return { verdicts, below: null };
  }

  #nodes(
    node: FieldNode,
    below: PrunedSet | null,
    shown: readonly string[],
    scope: Scope,
    definition: Definition,
  ): readonly SelectionNode[] {
    if (shown.length === 0) return [];
    const selected = below ? { ...node, selectionSet: setOf([...below.kept, ...below.added]) } : node;
    if (shown.length === scope.types.size && !this.#isDeniedOnInterface(definition, scope)) return [selected];
    this.isChanged = true;
    return shown.map((name) => onType(name, [selected]));
  }

  #isDeniedOnInterface({ name }: Definition, { parent, residentsAbove }: Scope): boolean {
    if (!isInterfaceType(parent)) return false;
    const decision = fulfillable(this.#options.decide(`${parent.name}.${name}`, { residentsAbove }));
    return decision.kind === 'deny';
  }

  #addArguments(typeName: string, node: FieldNode, definition: Definition): void {
    for (const argument of node.arguments ?? []) {
      const declared = definition.args.find(({ name }) => name === argument.name.value);
      if (declared) this.#options.argumentRules?.add(`${typeName}.${definition.name}`, argument, declared);
    }
  }

  #compositeType(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#options.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  #possibleTypes(type: GraphQLCompositeType): ReadonlySet<string> {
    if (!isAbstractType(type)) return new Set([type.name]);
    return new Set(this.#options.schema.getPossibleTypes(type).map(({ name }) => name));
  }
}

/** The field by which a record leads to the resident to whom it belongs. */
const backReference = 'resident';

/** What `_entities` gives (https://specs.apollo.dev/federation/v2.9). */
const entityUnion = '_Entity';

type Definition = GraphQLField<unknown, unknown>;

function residentsAboveFieldsOf(typeName: string, { residentsAbove }: Scope): number {
  return residentsAbove + (typeName === residentType ? 1 : 0);
}

function reachesResident({ type }: Definition): boolean {
  return getNamedType(type).name === residentType;
}

function denied(verdict: Verdict, poison: Denial): Verdict {
  return verdict.kind === 'deny' ? verdict : poison;
}

function plainField(node: FieldNode, { conditions, types }: Scope): SelectedField {
  const coordinate = node.name.value;
  const shown: Verdict = { kind: 'shown', coordinate, transform: null };
  const verdicts = new Map([...types].map((name): [string, Verdict] => [name, shown]));
  const responseName = responseNameOf(node);
  return {
    responseName,
    name: coordinate,
    isNonNull: false,
    conditions,
    verdicts,
    selections: null,
    arguments: [],
  };
}

function argumentsOf(
  node: FieldNode,
  definition: Definition,
  verdicts: ReadonlyMap<string, Verdict>,
): SelectedField['arguments'] {
  const isUnsure = [...verdicts.values()].some(
    (verdict) => verdict.kind === 'deny' || (verdict.kind === 'depends' && verdict.subject === 'reached'),
  );
  if (!isUnsure || !reachesResident(definition)) return [];
  return (node.arguments ?? []).flatMap(({ name, value }) =>
    definition.args
      .filter((declared) => declared.name === name.value && getNamedType(declared.type).name === 'ID')
      .map(({ type }) => ({ type, value })),
  );
}

function responseNameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function dependsOnResidentAbove({ verdicts, selections }: SelectedField): boolean {
  if (selections?.needsResidentAbove) return true;
  return [...verdicts.values()].some((verdict) => verdict.kind === 'depends' && verdict.subject === 'above');
}

function hasDependents({ verdicts, selections }: SelectedField): boolean {
  if (selections?.hasDependents) return true;
  return [...verdicts.values()].some(({ kind }) => kind === 'depends');
}

function needsRestoring({ verdicts, selections }: SelectedField): boolean {
  if (selections?.needsRestoring) return true;
  return [...verdicts.values()].some((verdict) => verdict.kind !== 'shown' || verdict.transform !== null);
}

function changesItsAnswer({ verdicts, selections }: SelectedField): boolean {
  if (selections?.changesAnswer) return true;
  return [...verdicts.values()].some((verdict) => verdict.kind !== 'shown' || verdict.transform !== null);
}

function isConditional({ conditions, selections }: SelectedField): boolean {
  if (selections?.isConditional) return true;
  return conditions.some(({ variable }) => variable !== null);
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function onType(name: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(name) } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) };
}

function aliased(alias: string, name: string): FieldNode {
  return { kind: Kind.FIELD, alias: nameNode(alias), name: nameNode(name) };
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}
