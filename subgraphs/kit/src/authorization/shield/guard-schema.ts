import { defaultFieldResolver, getNamedType, isCompositeType, isObjectType } from 'graphql';
import type {
  DocumentNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLResolveInfo,
  GraphQLSchema,
} from 'graphql';

import { ConfigurationError } from '../../errors/index.ts';
import { entityKeys } from '../../schema/index.ts';
import type { Disclosure } from '../disclosure/index.ts';
import { requirementsOf } from '../labels/index.ts';
import type { Requirement, Requirements } from '../labels/index.ts';
import { isRequirement, labelChanges } from './label-changes.ts';
import { proveGuarded } from './prove-guarded.ts';
import { concealed, extraRuleAt, ruleTree, withheld } from './rules.ts';
import type { ExtraRules, Guard } from './rules.ts';
import { withheldAt } from './withheld-at.ts';
import { asFieldOf, rememberSubject, subjectOf } from './subjects.ts';

type Resolve = GraphQLFieldResolver<unknown, object>;

/** What the requests under way may be shown, by their contexts. */
const disclosures = new WeakMap<object, Disclosure>();

/** Says what a request may be shown; without it a guarded schema shows nothing. */
export function disclose(context: object, disclosure: Disclosure): void {
  disclosures.set(context, disclosure);
}

/**
 * Puts the rules for a schema's labels onto its fields, so that nothing is resolved before it is decided.
 *
 * 1. What each field needs is read from its labels; a field that has none and shows something is refused.
 * 2. graphql-shield's tree is built: a rule at each field, `deny` where there is none.
 * 3. The rules are mounted where the label changes, where the agency has one of its own, and on a Resident's fields,
 *    which tell whose data lies below them.
 * 4. The result is proven complete.
 *
 * @throws ConfigurationError with the place and the remedy
 */
export function guardSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  extraRules: ExtraRules<never> = {},
): void {
  const requirements = requirementsOf(document);
  const entities = new Set(entityKeys(document).keys());
  checkLabelled(requirements);
  checkExtraRules(extraRules, requirements);
  const guardAt = ruleTree(schema, { requirements, extraRules, disclosureOf, subjectOf });
  const changes = labelChanges(schema, requirements, entities);
  const mounted = new WeakSet<Resolve>();
  for (const [coordinate, field] of fieldsOf(schema)) {
    const [type = ''] = coordinate.split('.');
    const requirement = requirements.get(coordinate);
    const isOwn = extraRuleAt(extraRules, type, field.name) !== null;
    if (!changes.has(coordinate) && !isOwn && !tellsOfResident(type, field)) continue;
    field.resolve = mount({
      resolve: field.resolve ?? defaultFieldResolver,
      guard: guardAt(type, field.name),
      requirement: isRequirement(requirement) ? requirement : null,
      isOwn,
      isOfResident: type === 'Resident',
      // What a mutation does can't be taken back: its own rule comes first, whatever it returns.
      isResident: type !== schema.getMutationType()?.name && getNamedType(field.type).name === 'Resident',
    });
    mounted.add(field.resolve);
  }
  noteRepresentations(schema);
  proveGuarded(schema, requirements, entities, (type, name) => {
    const resolve = fieldOf(schema, type, name)?.resolve;
    return resolve !== undefined && mounted.has(resolve);
  });
}

function* fieldsOf(schema: GraphQLSchema): Generator<[string, GraphQLField<unknown, object>]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_')) yield [`${type.name}.${field.name}`, field];
    }
  }
}

function fieldOf(schema: GraphQLSchema, type: string, name: string) {
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields()[name] : undefined;
}

function tellsOfResident(type: string, field: GraphQLField<unknown, object>): boolean {
  return type === 'Resident' && isCompositeType(getNamedType(field.type));
}

function disclosureOf(context: object): Disclosure {
  const disclosure = disclosures.get(context);
  if (disclosure === undefined) throw withheld;
  return disclosure;
}

/** A field with the rule that stands before it. */
interface GuardedField {
  readonly resolve: Resolve;
  readonly guard: Guard;
  /** Null where nothing is labelled. */
  readonly requirement: Requirement | null;
  /** The agency has a rule of its own there, which is always asked. */
  readonly isOwn: boolean;
  readonly isOfResident: boolean;
  readonly isResident: boolean;
}

/** What the gateway has decided is answered without a promise: a rule of graphql-shield's costs several. */
function mount(field: GuardedField): Resolve {
  const { resolve, isOfResident } = field;
  return (source, values, context, info) => {
    const disclosure = disclosureOf(context);
    if (isOfResident) rememberSubject(info, source);
    if (isDecidedAlready(field, disclosure, info)) return resolve(source, values, context, info);
    const refused = refusedAlready(field, disclosure, info);
    if (refused !== null) return refusal(refused === 'conceal' ? concealed : withheld, info);
    return decideFirst(field, source, values, context, info);
  };
}

function isDecidedAlready(
  { requirement, isOwn }: GuardedField,
  disclosure: Disclosure,
  info: GraphQLResolveInfo,
): boolean {
  if (isOwn) return false;
  if (requirement === null || disclosure.isForEverybody(requirement)) return true;
  const residentId = subjectOf(info);
  if (disclosure.isAnswered(requirement, residentId)) return true;
  return disclosure.isForRepresentations(requirement) && disclosure.isRepresentation(residentId);
}

/** What leads to residents is refused for each of them, and looks the same whether or not there are any. */
function refusedAlready(
  { requirement, isResident }: GuardedField,
  disclosure: Disclosure,
  info: GraphQLResolveInfo,
): ReturnType<Disclosure['refusalOf']> {
  if (requirement === null || (isResident && subjectOf(info) === null)) return null;
  return disclosure.refusalOf(requirement);
}

async function decideFirst(
  field: GuardedField,
  ...[source, values, context, info]: Parameters<Resolve>
): Promise<unknown> {
  const { guard, resolve } = field;
  if (field.isResident && subjectOf(info) === null) {
    return residentsFirst(field, source, values, context, info);
  }
  const answer = await guard(() => passed, source, values, context, info);
  return answer === passed ? resolve(source, values, context, info) : refusal(answer, info);
}

/**
 * A field that leads to residents with none above it: whose data it is shows only in its value, so each resident is
 * decided about as soon as it is known who it is.
 */
async function residentsFirst(
  { guard, resolve }: GuardedField,
  ...[source, values, context, info]: Parameters<Resolve>
): Promise<unknown> {
  const found: unknown = await resolve(source, values, context, info);
  const decided = async (resident: unknown): Promise<unknown> => {
    const inside = asFieldOf(resident, info);
    const answer = await guard(() => passed, source, values, context, inside);
    return answer === passed ? resident : refusalInList(answer);
  };
  if (found === null || found === undefined) {
    // An id that was never issued must look like one that is withheld.
    const answer = await guard(() => passed, source, values, context, info);
    return answer === passed ? null : refusal(answer, info);
  }
  if (!Array.isArray(found)) return decided(found);
  return Promise.all(found.map(async (one: unknown) => (one === null ? null : orError(decided(one)))));
}

/** In a list one that is withheld leaves the others standing. */
async function orError(value: Promise<unknown>): Promise<unknown> {
  try {
    return await value;
  } catch (error) {
    return error;
  }
}

const passed: unique symbol = Symbol('passed');

/** @throws the error that withholds, unless nothing must show. */
function refusal(answer: unknown, info: GraphQLResolveInfo): null {
  if (answer === concealed) return null;
  throw answer instanceof Error && answer !== withheld ? answer : withheldAt(info);
}

/** @throws the same without a place: graphql-js knows in which place of a list it stands. */
function refusalInList(answer: unknown): null {
  if (answer === concealed) return null;
  throw answer instanceof Error ? answer : withheld;
}

function noteRepresentations(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) return;
  field.resolve = (source, values, context: object, info) => {
    const disclosure = disclosureOf(context);
    for (const id of residentsAmong(values)) disclosure.addRepresentation(id);
    return resolve(source, values, context, info);
  };
}

function residentsAmong(values: unknown): readonly string[] {
  const { representations } = values as { readonly representations: readonly unknown[] };
  return representations.flatMap((one) => {
    if (typeof one !== 'object' || one === null || Reflect.get(one, '__typename') !== 'Resident') return [];
    const id: unknown = Reflect.get(one, 'id');
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });
}

function checkLabelled(requirements: Requirements): void {
  const found = [...requirements].find(([, requirement]) => requirement === 'unlabelled');
  if (found === undefined) return;
  throw new ConfigurationError({
    place: found[0],
    message: 'it has no data category, so nobody could be shown it.',
    remedy: 'Label it or its type with @policy.',
  });
}

function checkExtraRules(rules: ExtraRules<never>, requirements: Requirements): void {
  for (const [type, ofType] of Object.entries(rules)) {
    for (const [field, rule] of Object.entries(ofType ?? {})) {
      if (requirements.has(`${type}.${field}`) && typeof rule === 'function') continue;
      throw new ConfigurationError({
        place: `extraRules.${type}.${field}`,
        message: 'it is no rule, or there is no such field.',
        remedy: 'Give a function that returns true for what may be shown, at a field of the schema.',
      });
    }
  }
}
