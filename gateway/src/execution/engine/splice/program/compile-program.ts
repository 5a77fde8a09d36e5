import type { GraphQLObjectType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, OperationTypeNode } from 'graphql';

import { resolveConditions } from '../../../projection/index.ts';
import type { CompiledFetch } from '../../fetches/index.ts';
import type { ShapeScope } from '../../shape/index.ts';
import type { ObjectLayout } from '../layout/index.ts';
import { LayoutCompiler } from '../layout/index.ts';
import { Unspliceable } from '../unspliceable.ts';
import { CompletionCompiler } from './compile-completion.ts';
import type { CompletedObject } from './completed-object.ts';
import { OutputCompiler } from './compile-output.ts';
import { WalkCompiler } from './compile-walks.ts';
import type { Place } from './places.ts';
import { joinSlot, pathInside, Places } from './places.ts';
import type { SpliceFetch, SpliceProgram, Walk } from './splice-program.ts';

/** What programs are compiled from. */
export interface ProgramSource {
  readonly fetches: readonly CompiledFetch[];
  readonly scope: ShapeScope;
  /** The supergraph, with what is `@inaccessible`. */
  readonly schema: GraphQLSchema;
  /** The client's name for a key of ours. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/**
 * Compiles the splicing of an operation for one set of its `@skip` and `@include`.
 *
 * @throws Unspliceable if it has to be run with objects
 */
export function compileProgram(source: ProgramSource): SpliceProgram {
  const { operation } = source.scope.parts;
  if (operation.operation !== OperationTypeNode.QUERY) throw new Unspliceable('It is no query.');
  return new ProgramCompiler(source).program();
}

/** A fetch with what is known of it before the ways to its entities are. */
interface LaidOutFetch {
  readonly compiled: CompiledFetch;
  readonly isWanted: boolean;
  readonly layout: ObjectLayout;
}

class ProgramCompiler {
  readonly #source: ProgramSource;
  readonly #places = new Places();
  readonly #layouts: LayoutCompiler;
  readonly #groups = new Map<number, ObjectLayout>();
  readonly #fetches: readonly LaidOutFetch[];

  constructor(source: ProgramSource) {
    this.#source = source;
    this.#layouts = new LayoutCompiler({ full: source.schema, api: source.scope.apiSchema });
    this.#fetches = source.fetches.map((fetch) => this.#laidOut(fetch));
  }

  program(): SpliceProgram {
    const { scope, schema } = this.#source;
    const type = scope.apiSchema.getQueryType();
    if (!type) throw new TypeError('The schema has no query.');
    const root: Place = { path: '', base: rootLayout(type.name) };
    this.#joinAll();
    const walks = new WalkCompiler(schema, this.#places);
    const fetches = this.#fetches.map((fetch, index) => this.#fetch(fetch, index, root, walks));
    let completion: CompletedObject | undefined;
    const outputs = new OutputCompiler(scope, this.#places, (base) => walks.targetsOf(base));
    return {
      root: root.base,
      fetches,
      groups: Math.max(0, ...[...this.#groups.keys()].map((group) => group + 1)),
      output: outputs.object(root, type, [scope.parts.operation.selectionSet]),
      completion: () => (completion ??= this.#completion(root, type)),
      responseNames: this.#source.responseNames,
    };
  }

  #completion(root: Place, type: GraphQLObjectType): CompletedObject {
    const { scope } = this.#source;
    const compiler = new CompletionCompiler(scope, this.#places, ({ base }, join) =>
      this.#agency(base, join),
    );
    return compiler.object(root, type, [scope.parts.operation.selectionSet]);
  }

  /** Only an entity that is missing is anybody's fault: what a record itself has is there with it. */
  #agency({ joins, fieldsEnd }: ObjectLayout, join: number): string {
    const fetch = join === 0 ? undefined : this.#fetches[joins[join - fieldsEnd] ?? -1];
    return fetch?.compiled.agency ?? '';
  }

  #laidOut(compiled: CompiledFetch): LaidOutFetch {
    if (compiled.isRewritten) throw new Unspliceable('The planner renames keys.');
    const { conditions } = this.#source.scope;
    const isWanted = compiled.conditions.every(({ variable, value }) => conditions[variable] === value);
    const operation = withoutConditions(compiled.operation, conditions);
    return { compiled, isWanted, layout: this.#layout(compiled, operation) };
  }

  #layout({ entities }: CompiledFetch, { selectionSet }: OperationDefinitionNode): ObjectLayout {
    if (!entities) return this.#rootLayout(selectionSet);
    const known = this.#groups.get(entities.group) ?? this.#layouts.entities(entitySelections(selectionSet));
    this.#groups.set(entities.group, known);
    return known;
  }

  #rootLayout(selections: SelectionSetNode): ObjectLayout {
    const type = this.#source.schema.getQueryType();
    if (!type) throw new TypeError('The supergraph has no query.');
    return this.#layouts.object(type, [selections]);
  }

  #joinAll(): void {
    for (const [index, { compiled, layout, isWanted }] of this.#fetches.entries()) {
      if (!isWanted) continue;
      const isRoot = compiled.entities === undefined;
      for (const path of compiled.paths) {
        if (isRoot && path.length > 0) throw new Unspliceable('A root type stands below the root.');
        this.#places.join(pathOf(path), index, layout);
      }
    }
  }

  #fetch(
    { compiled, isWanted, layout }: LaidOutFetch,
    index: number,
    root: Place,
    compiler: WalkCompiler,
  ): SpliceFetch {
    const { entities } = compiled;
    const earlier = this.#earlier(index);
    const walks: readonly Walk[] =
      entities && isWanted ? compiler.walks(root, { index, compiled, entities, layout, earlier }) : [];
    return {
      compiled,
      isWanted,
      layout,
      ...requestText(compiled),
      rootJoin: entities ? 0 : joinSlot(root.base, index),
      group: entities?.group ?? 0,
      walks,
    };
  }

  #earlier(index: number, found = new Set<number>()): ReadonlySet<number> {
    for (const [candidate, { compiled }] of this.#fetches.entries()) {
      if (!compiled.dependents.includes(index) || found.has(candidate)) continue;
      found.add(candidate);
      this.#earlier(candidate, found);
    }
    return found;
  }
}

function rootLayout(typeName: string): ObjectLayout {
  const variant = { typeName, name: Buffer.from(JSON.stringify(typeName)), fields: [] };
  return { isNamed: false, variants: [variant], fieldsEnd: 2, joins: [] };
}

function pathOf(path: readonly string[]): string {
  return path.filter((key) => key !== '@').reduce(pathInside, '');
}

function withoutConditions(
  operation: OperationDefinitionNode,
  conditions: ShapeScope['conditions'],
): OperationDefinitionNode {
  const document = resolveConditions({ kind: Kind.DOCUMENT, definitions: [operation] }, conditions);
  const [definition] = document.definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition : operation;
}

function entitySelections({ selections: [entities] }: SelectionSetNode): SelectionSetNode {
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet)
    throw new Unspliceable('There are no entities.');
  return entities.selectionSet;
}

/** https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
function requestText({ query, operationName }: CompiledFetch): Pick<SpliceFetch, 'before' | 'after'> {
  const name = operationName === null ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return { before: `{"query":${JSON.stringify(query)},"variables":{`, after: `}${name}}` };
}
