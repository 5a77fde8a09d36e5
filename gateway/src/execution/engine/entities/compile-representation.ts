import type { GraphQLSchema } from 'graphql';

import type { FetchDataRewrite, QueryPlanSelectionNode } from '../../../supergraph/index.ts';
import { covers } from '../answers/index.ts';
import type { DataRecord, ShownError } from '../data/index.ts';
import { createRecord, isRecord, SlotFailure } from '../data/index.ts';
import { applyRewrites } from './apply-rewrites.ts';

/** What an agency is told of an object so that it finds it, or why it can't be told. */
export type Represented =
  | { readonly kind: 'represented'; readonly representation: DataRecord; readonly identity: string }
  /** The values that are needed failed elsewhere. */
  | { readonly kind: 'failed'; readonly error: ShownError }
  /** The object is of another type, or not there for the agencies that were asked. */
  | { readonly kind: 'absent' };

/** Makes the representation of an object. */
export type RepresentationBuilder = (object: DataRecord, typeName: string) => Represented;

type Writer = (target: DataRecord, source: DataRecord) => ShownError | 'absent' | undefined;

const absent: Represented = { kind: 'absent' };

/** Compiles the inputs of an entity fetch (its keys and what its `@requires` ask for), for each type once. */
export function compileRepresentation(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
): RepresentationBuilder {
  const writers = new Map<string, readonly Writer[]>();
  const writersFor = (typeName: string): readonly Writer[] => {
    const known = writers.get(typeName) ?? writersOf(schema, selections, typeName);
    writers.set(typeName, known);
    return known;
  };
  return (object, typeName) => {
    const representation = createRecord();
    const problem = writeAll(writersFor(typeName), representation, object);
    if (problem === 'absent' || representation['__typename'] === undefined) return absent;
    if (problem) return { kind: 'failed', error: problem };
    applyRewrites(schema, rewrites, representation);
    return { kind: 'represented', representation, identity: identityOf(representation) };
  };
}

function identityOf(representation: DataRecord): string {
  return JSON.stringify(representation);
}

function writeAll(writers: readonly Writer[], target: DataRecord, source: DataRecord): ReturnType<Writer> {
  let failed: ShownError | undefined;
  for (const write of writers) {
    const problem = write(target, source);
    if (problem === 'absent') return problem;
    failed ??= problem;
  }
  return failed;
}

function writersOf(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
): readonly Writer[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [fieldWriter(schema, selection)];
    const applies = covers(schema, selection.typeCondition, typeName);
    return applies ? writersOf(schema, selection.selections, typeName) : [];
  });
}

function fieldWriter(schema: GraphQLSchema, field: QueryPlanSelectionNode & { kind: 'Field' }): Writer {
  const key = field.alias ?? field.name;
  const build = field.selections ? compileNested(schema, field.selections) : undefined;
  return (target, source) => {
    const value = source[key];
    if (value === undefined) return 'absent';
    if (value instanceof SlotFailure) return value.causes[0]?.error;
    const input = inputOf(value, target[key], build);
    if (input === 'absent' || input instanceof SlotFailure)
      return input === 'absent' ? input : input.causes[0]?.error;
    target[key] = input;
    return undefined;
  };
}

type Nested = (source: DataRecord, held: unknown) => unknown;

function compileNested(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Nested {
  const writers = new Map<string, readonly Writer[]>();
  return (source, held) => {
    const typeName = String(source['__typename'] ?? '');
    const known = writers.get(typeName) ?? writersOf(schema, selections, typeName);
    writers.set(typeName, known);
    const target = isRecord(held) ? held : createRecord();
    const problem = writeAll(known, target, source);
    if (problem === undefined) return target;
    return problem === 'absent' ? problem : SlotFailure.at(0, problem);
  };
}

function inputOf(value: unknown, held: unknown, build: Nested | undefined): unknown {
  if (value === null || build === undefined) return Array.isArray(value) ? listOf(value, held, build) : value;
  if (Array.isArray(value)) return listOf(value, held, build);
  return isRecord(value) ? build(value, held) : value;
}

function listOf(values: readonly unknown[], held: unknown, build: Nested | undefined): unknown {
  const inputs: unknown[] = [];
  for (const [index, value] of values.entries()) {
    const input =
      value instanceof SlotFailure
        ? value
        : inputOf(value, Array.isArray(held) ? held[index] : undefined, build);
    if (input === 'absent' || input instanceof SlotFailure) return input;
    inputs.push(input);
  }
  return inputs;
}
