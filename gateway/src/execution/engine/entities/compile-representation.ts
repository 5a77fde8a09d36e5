import type { GraphQLSchema } from 'graphql';

import type { FetchDataRewrite, QueryPlanSelectionNode } from '../../../supergraph/index.ts';
import { covers } from '../answers/index.ts';
import type { DataRecord, ShownError } from '../data/index.ts';
import { createRecord, isRecord, SlotFailure, typeNameOf } from '../data/index.ts';
import { applyRewrites } from './apply-rewrites.ts';

/** Why an object can't be represented. */
type Unrepresented =
  /** The values that are needed failed elsewhere. */
  | { readonly kind: 'failed'; readonly error: ShownError }
  /** The object is of another type, or not there for the agencies that were asked. */
  | { readonly kind: 'absent' };

/** Tells an agency of objects so that it finds them. */
export interface RepresentationBuilder {
  /** A text that two objects share only if their representations are equal. */
  identify(object: DataRecord, typeName: string): string | Unrepresented;
  /** The representation of an object that was identified. */
  build(object: DataRecord, typeName: string): DataRecord;
}

type Writer = (target: DataRecord, source: DataRecord) => ShownError | 'absent' | undefined;

const absent: Unrepresented = { kind: 'absent' };

/** What is known of the objects of one type. */
interface TypeInputs {
  readonly writers: readonly Writer[];
  /** The inputs' keys if none of them is an object: these can be identified without being built. */
  readonly flatKeys: readonly string[] | undefined;
}

/** Compiles the inputs of an entity fetch (its keys and what its `@requires` ask for), for each type once. */
export function compileRepresentation(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
): RepresentationBuilder {
  const types = new Map<string, TypeInputs>();
  const inputsFor = (typeName: string): TypeInputs => {
    const known = types.get(typeName) ?? typeInputs(schema, selections, typeName);
    types.set(typeName, known);
    return known;
  };
  const build = (object: DataRecord, typeName: string): DataRecord => {
    const representation = createRecord();
    writeAll(inputsFor(typeName).writers, representation, object);
    applyRewrites(schema, rewrites, representation);
    return representation;
  };
  return {
    build,
    identify(object, typeName) {
      const { writers, flatKeys } = inputsFor(typeName);
      const flat = flatKeys && flatIdentity(typeName, flatKeys, object);
      if (flat !== undefined) return flat;
      const representation = createRecord();
      const problem = writeAll(writers, representation, object);
      if (problem === 'absent' || representation['__typename'] === undefined) return absent;
      return problem ? { kind: 'failed', error: problem } : JSON.stringify(build(object, typeName));
    },
  };
}

/**
 * The type, which determines the keys, and each value with its length, so that no value can pass for two.
 * Nothing where a value is not plain.
 */
function flatIdentity(typeName: string, keys: readonly string[], object: DataRecord): string | undefined {
  let identity = typeName;
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string') identity += `"${value.length}:${value}`;
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null)
      identity += `#${value};`;
    else return undefined;
  }
  return identity;
}

function typeInputs(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
): TypeInputs {
  const fields = fieldsFor(schema, selections, typeName);
  const keys = [...new Set(fields.map(keyOf))];
  const isFlat = keys.includes('__typename') && fields.every((field) => field.selections === undefined);
  return {
    writers: fields.map((field) => fieldWriter(schema, field)),
    flatKeys: isFlat ? keys : undefined,
  };
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

type InputField = QueryPlanSelectionNode & { readonly kind: 'Field' };

function fieldsFor(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
): readonly InputField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    const applies = covers(schema, selection.typeCondition, typeName);
    return applies ? fieldsFor(schema, selection.selections, typeName) : [];
  });
}

function keyOf({ alias, name }: InputField): string {
  return alias ?? name;
}

function fieldWriter(schema: GraphQLSchema, field: InputField): Writer {
  const key = keyOf(field);
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

function writersFor(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
): readonly Writer[] {
  return fieldsFor(schema, selections, typeName).map((field) => fieldWriter(schema, field));
}

type Nested = (source: DataRecord, held: unknown) => unknown;

function compileNested(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Nested {
  const writers = new Map<string, readonly Writer[]>();
  return (source, held) => {
    const typeName = typeNameOf(source);
    const known = writers.get(typeName) ?? writersFor(schema, selections, typeName);
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
