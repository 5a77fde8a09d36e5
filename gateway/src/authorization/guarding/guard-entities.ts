import { failure } from '../../errors/index.ts';
import type { SubgraphAnswer, SubgraphError, SubgraphRequest } from '../../execution/index.ts';
import type { Denial, ResidentDecisions } from '../policy/index.ts';
import { decideFor, MergedSelections, residentType } from '../pruning/index.ts';
import type { AskedFetch, CompiledFetch } from './compile-fetch.ts';
import { knownOfResident } from './compile-fetch.ts';
import type { GuardOptions } from './guard-options.ts';
import { requestFor } from './request-for.ts';
import type { AnsweredObject } from './withhold.ts';
import { withhold } from './withhold.ts';

/** A fetch of entities on its way. */
interface EntityFetchOnItsWay extends GuardOptions {
  readonly request: SubgraphRequest;
  readonly fetch: CompiledFetch;
  readonly asked: AskedFetch;
  readonly ask: (request: SubgraphRequest) => Promise<SubgraphAnswer>;
}

type Representation = Readonly<Record<string, unknown>>;

/** An entity that the engine asks for. */
interface Wanted {
  readonly index: number;
  readonly representation: Representation;
  /** Null for what is no resident, and for a resident whose facts can't be had. */
  readonly resident: ResidentDecisions | null;
  readonly denied: ReadonlyMap<string, Denial>;
}

/** What came of one entity. */
interface Given {
  readonly wanted: Wanted;
  /** Null if its agency gave nothing. */
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly SubgraphError[];
}

/**
 * Sends a fetch of entities for those for whom something is permitted.
 *
 * 1. Each resident is decided, all with one query for their facts.
 * 2. Those to whom the same is denied are asked for together, without it; those of whom nothing is left, not at all.
 * 3. The answers are put together in the order of the engine's question, null in the places of what was not asked.
 */
export async function guardEntities(sending: EntityFetchOnItsWay): Promise<SubgraphAnswer> {
  const { request, asked, desk } = sending;
  const wanted = await decideEntities(sending);
  const given = (await Promise.all(grouped(wanted).map((group) => askGroup(group, sending)))).flat();
  const [field] = new MergedSelections([asked.selections], request.variables).fieldsOf('Query');
  const selections = field?.selections;
  if (!selections) return { kind: 'failed', failure: failure('INTERNAL_SERVER_ERROR', request) };
  const answered = given.filter((one) => one.value !== null);
  const { hidden } = asked;
  const objects = answered.map((one) => answeredObject(one, selections, hidden.type));
  const errors = given.flatMap((one) => one.errors);
  const withheld = await withhold(objects, errors, { hidden, variables: request.variables, desk });
  const entities: unknown[] = wanted.map(() => null);
  for (const [at, { wanted: one }] of answered.entries()) entities[one.index] = withheld.values[at] ?? null;
  return { kind: 'answered', data: { _entities: entities }, errors: withheld.errors };
}

async function decideEntities({ request, fetch, desk }: EntityFetchOnItsWay): Promise<readonly Wanted[]> {
  const given = request.variables['representations'];
  const representations = (Array.isArray(given) ? given : []) as readonly Representation[];
  const decided = await desk.decisionsOf(representations.filter(isResident).map(idOf));
  return representations.map((representation, index) => {
    if (!isResident(representation)) return { index, representation, resident: null, denied: nothing };
    const resident = decided.get(idOf(representation)) ?? null;
    return { index, representation, resident, denied: deniedTo(resident, fetch) };
  });
}

const nothing: ReadonlyMap<string, Denial> = new Map();

function deniedTo(
  resident: ResidentDecisions | null,
  { dependsOnNamed }: CompiledFetch,
): ReadonlyMap<string, Denial> {
  const denied = new Map<string, Denial>();
  for (const [coordinate, decision] of dependsOnNamed) {
    const decided = decideFor(resident, coordinate, decision);
    if (decided.kind === 'deny') denied.set(coordinate, decided);
  }
  return denied;
}

function grouped(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const key = `${isResident(one.representation)} ${[...one.denied.keys()].join(' ')}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

async function askGroup(
  group: readonly Wanted[],
  { request, fetch, fetches, ask, context, categoriesOf, asked }: EntityFetchOnItsWay,
): Promise<readonly Given[]> {
  const [first] = group;
  const isOfResidents = first !== undefined && isResident(first.representation);
  const variant = isOfResidents ? fetches.without(fetch, first.denied) : asked;
  if (variant === null) return group.map((wanted) => ({ wanted, value: {}, errors: [] }));
  const decidedCategories = isOfResidents
    ? permittedToAll(group, request.agency, { context, categoriesOf })
    : [];
  const sent = requestFor(request, variant);
  const representations = group.map(({ representation }) => representation);
  const answer = await ask({
    ...sent,
    variables: { ...sent.variables, representations },
    context: { ...context, decidedCategories },
  });
  return givenTo(group, answer, request.agency);
}

/** The agency's categories that depend on the resident and are permitted for everybody in the group. */
function permittedToAll(
  group: readonly Wanted[],
  agency: string,
  { context, categoriesOf }: Pick<GuardOptions, 'context' | 'categoriesOf'>,
): readonly string[] {
  const depending = categoriesOf(agency).filter((name) => context.table.undetermined.has(name));
  return depending.filter((name) =>
    group.every(({ resident }) => resident?.ofCategory(name).kind === 'permit'),
  );
}

function givenTo(group: readonly Wanted[], answer: SubgraphAnswer, agency: string): readonly Given[] {
  const entities = answer.kind === 'answered' ? entitiesOf(answer.data) : undefined;
  if (answer.kind === 'answered' && entities?.length === group.length) {
    return group.map((wanted, at) => ({
      wanted,
      value: isObject(entities[at]) ? entities[at] : null,
      errors: answer.errors.flatMap((error) => errorOf(error, at, wanted.index)),
    }));
  }
  const failed = answer.kind === 'failed' ? answer.failure : failure('SUBGRAPH_ANSWER_INVALID', { agency });
  const [cause] = answer.kind === 'answered' ? answer.errors : [];
  const error = cause ?? { message: failed.message, failure: failed };
  return group.map((wanted) => {
    return { wanted, value: null, errors: [{ ...error, path: ['_entities', wanted.index] }] };
  });
}

/** An error of one entity with the place that the entity has for the engine; one without a place is told once. */
function errorOf(error: SubgraphError, at: number, index: number): readonly SubgraphError[] {
  const [root, position, ...below] = error.path ?? [];
  if (root !== '_entities' || typeof position !== 'number') return at === 0 ? [error] : [];
  return position === at ? [{ ...error, path: ['_entities', index, ...below] }] : [];
}

function answeredObject(
  { wanted: { representation, resident, index }, value }: Given,
  selections: MergedSelections,
  typeKey: string,
): AnsweredObject {
  const path = { before: { before: null, key: '_entities' }, key: index };
  if (!isResident(representation)) return { value: value ?? {}, selections, resident, path };
  const known = knownValues(representation, selections);
  return { value: { ...known, ...value, [typeKey]: residentType }, selections, resident, path };
}

/** What the engine knows of a resident that wasn't asked for. */
function knownValues(
  representation: Representation,
  selections: MergedSelections,
): Readonly<Record<string, unknown>> {
  const fields = selections.fieldsOf(residentType).flatMap(({ responseName, verdict }) => {
    if (verdict.kind !== 'shown' || !knownOfResident.has(verdict.coordinate)) return [];
    const name = verdict.coordinate === '__typename' ? '__typename' : 'id';
    return [[responseName, representation[name]]];
  });
  return Object.fromEntries(fields) as Readonly<Record<string, unknown>>;
}

function isResident(representation: Representation): boolean {
  return representation['__typename'] === residentType;
}

/** An id that is no text is nobody's. */
function idOf({ id }: Representation): string {
  return typeof id === 'string' ? id : '';
}

function entitiesOf(data: unknown): readonly unknown[] | undefined {
  const entities = isObject(data) ? data['_entities'] : undefined;
  return Array.isArray(entities) ? entities : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
