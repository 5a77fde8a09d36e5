import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { QueryPlan } from '../../supergraph/index.ts';
import { figures } from '../../telemetry/index.ts';
import type { PlannedFetch } from '../executor.ts';
import type { DataRecord } from './data/index.ts';
import { createRecord } from './data/index.ts';
import type { CompiledFetch } from './fetches/index.ts';
import { compileFetches } from './fetches/index.ts';
import { compileIntrospection } from './introspect.ts';
import type { IsolatedOperation, OperationParts } from './isolation/index.ts';
import type { PlannedEngineOperation } from './planned-engine-operation.ts';
import type { Requirements } from './requirements/index.ts';
import type { ShapeScope } from './shape/index.ts';
import { compileShape, conditionVariables } from './shape/index.ts';
import { Splicer } from './splice/index.ts';

/** The schemas that operations are compiled over. */
export interface EngineSchemas {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** The supergraph, with what is `@inaccessible`. */
  readonly full: GraphQLSchema;
  readonly requirements: Requirements;
}

/** Each set of conditions has a shape of its own; more than these are compiled again when they come back. */
const maximumShapes = 64;

/** Compiles an operation and the plans of its parts. */
export function compileOperation(
  schemas: EngineSchemas,
  parts: OperationParts,
  isolated: IsolatedOperation,
  plans: readonly QueryPlan[],
): PlannedEngineOperation {
  const { operation } = parts;
  const { variableNames, responseNames, hasIntrospection } = isolated;
  const compiled = plans.map((plan) =>
    compileFetches(plan, {
      schema: schemas.full,
      requirements: schemas.requirements,
      variableNames,
      operationName: operation.name?.value,
    }),
  );
  return {
    operation,
    fetches: sentTexts(compiled.flat()),
    parts: compiled,
    responseNames,
    introspect: hasIntrospection ? compileIntrospection(schemas.api, parts) : undefined,
    ...answersFor(schemas, parts, isolated, compiled),
  };
}

/** Those too that are sent only where objects can't be represented for all the fetches that were made one. */
function sentTexts(fetches: readonly CompiledFetch[]): readonly PlannedFetch[] {
  return fetches.flatMap(({ agency, query, entities }) => [
    { agency, query },
    ...sentTexts(entities?.separately ?? []),
  ]);
}

/** What is made of the data, compiled for each set of conditions when it first comes by. */
function answersFor(
  schemas: EngineSchemas,
  parts: OperationParts,
  { keys, responseNames, hasIntrospection }: IsolatedOperation,
  compiled: readonly (readonly CompiledFetch[])[],
): Pick<PlannedEngineOperation, 'shapeFor' | 'splicerFor'> {
  const names = conditionVariables(parts);
  const scopeFor = (variables: Readonly<DataRecord>): ShapeScope => {
    return { apiSchema: schemas.api, parts, keys, conditions: valuesOf(names, variables) };
  };
  const [fetches = [], ...others] = compiled;
  const isOne = others.length === 0 && !hasIntrospection;
  return {
    shapeFor: perConditions(names, (variables) => compileShape(scopeFor(variables))),
    splicerFor: perConditions(names, (variables) => {
      return new Splicer(
        isOne ? { fetches, scope: scopeFor(variables), schema: schemas.full, responseNames } : undefined,
      );
    }),
  };
}

function perConditions<Made extends object>(
  names: readonly string[],
  make: (variables: Readonly<DataRecord>) => Made,
): (variables: Readonly<DataRecord>) => Made {
  const made = new LRUCache<string, Made>({ max: maximumShapes });
  return (variables) => {
    const identity = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = made.get(identity);
    figures.caches.responseShapes.count(known !== undefined);
    if (known) return known;
    const anew = make(variables);
    made.set(identity, anew);
    return anew;
  };
}

function valuesOf(names: readonly string[], variables: Readonly<DataRecord>): DataRecord {
  const values = createRecord();
  for (const name of names) values[name] = variables[name] === true;
  return values;
}
