import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getOperationAST, Kind, parse, print } from 'graphql';

import type { DecisionTable, Denial, Undetermined } from '../policy/index.ts';
import { openDecision } from '../policy/index.ts';
import { pruneDefinition, prunedDocument, residentType } from '../pruning/index.ts';

/** A fetch as a plan foretells it, with what of it depends on residents. */
export interface CompiledFetch {
  readonly definition: OperationDefinitionNode;
  readonly document: DocumentNode;
  /** By which it is read. */
  readonly schema: GraphQLSchema;
  /** `Type.field` of everything that is denied whoever the resident is: such a fetch isn't sent. */
  readonly denied: readonly string[];
  /** Of what depends on the residents whom a fetch of entities names, by `Type.field`. */
  readonly dependsOnNamed: ReadonlyMap<string, Undetermined>;
  readonly isOfEntities: boolean;
  /** What is asked in its place; nothing if it is sent as it is. */
  readonly asked: AskedFetch | null;
}

type Pruned = ReturnType<typeof pruneDefinition>;

/** What an agency is asked. */
export interface AskedFetch {
  readonly query: string;
  /** Names of the variables that it uses. */
  readonly variables: ReadonlySet<string>;
  readonly selections: Pruned['root']['selections'];
  readonly hidden: Pruned['hidden'];
}

/** What a fetch is compiled from. */
export interface CompileFetchInput {
  readonly query: string;
  readonly schema: GraphQLSchema;
  readonly table: Pick<DecisionTable, 'ofField'>;
}

/**
 * Reads a fetch by a schema.
 *
 * @throws if it isn't an operation of that schema
 */
export function compileFetch({ query, schema, table }: CompileFetchInput): CompiledFetch {
  const document = parse(query, { noLocation: true });
  const definition = getOperationAST(document);
  if (!definition) throw new TypeError('A fetch is not an operation.');
  const denied = new Set<string>();
  const dependsOnNamed = new Map<string, Undetermined>();
  const decide: Decide = (coordinate, { residentsAbove }) => {
    const decision = machinery.has(coordinate) ? openDecision : table.ofField(coordinate);
    if (decision.kind === 'deny') denied.add(coordinate);
    if (decision.kind === 'undetermined' && residentsAbove <= 1) dependsOnNamed.set(coordinate, decision);
    return decision;
  };
  const pruned = pruneDefinition({ document, definition, schema, decide, argumentRules: null });
  const { hasDependents } = pruned.root.selections;
  return {
    definition,
    document,
    schema,
    denied: [...denied],
    dependsOnNamed,
    isOfEntities: definition.selectionSet.selections.some(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === '_entities',
    ),
    asked: hasDependents || pruned.pruner.isChanged ? askedFetch(definition, pruned) : null,
  };
}

/**
 * The fetch of entities without what is denied for the residents whom it names.
 *
 * @param denied - `Type.field`
 * @returns null if nothing is left to ask of them
 */
export function fetchWithout(
  { document, definition, schema }: CompiledFetch,
  table: Pick<DecisionTable, 'ofField'>,
  denied: ReadonlyMap<string, Denial>,
): AskedFetch | null {
  const decide: Decide = (coordinate, { residentsAbove }) => {
    const decision = machinery.has(coordinate) ? openDecision : table.ofField(coordinate);
    const isNamed = decision.kind === 'undetermined' && residentsAbove <= 1;
    return (isNamed ? denied.get(coordinate) : undefined) ?? decision;
  };
  const pruned = pruneDefinition({ document, definition, schema, decide, argumentRules: null });
  return isAnythingLeft(pruned) ? askedFetch(definition, pruned) : null;
}

/** Who asks for a resident knows the type and the id. */
export const knownOfResident: ReadonlySet<string> = new Set(['__typename', `${residentType}.id`]);

function isAnythingLeft({ root }: Pruned): boolean {
  const verdicts = root.selections.fields
    .flatMap(({ selections }) => selections?.fields ?? [])
    .flatMap((field) => field.verdicts.get(residentType) ?? []);
  return verdicts.some((verdict) => verdict.kind !== 'deny' && !knownOfResident.has(verdict.coordinate));
}

type Decide = Parameters<typeof pruneDefinition>[0]['decide'];

/** Federation's own fields: what they give is decided below them. */
const machinery: ReadonlySet<string> = new Set(['Query._entities', 'Query._service', '_Service.sdl']);

function askedFetch(definition: OperationDefinitionNode, { root, hidden }: Pruned): AskedFetch {
  const document = prunedDocument(definition, [...root.kept, ...root.added]);
  const operation = getOperationAST(document);
  const variables = (operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return { query: print(document), variables: new Set(variables), selections: root.selections, hidden };
}
