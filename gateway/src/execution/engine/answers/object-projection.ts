import type { DataRecord, ShownError } from '../data/index.ts';
import { createRecord, isRecord, ownValue, SlotFailure } from '../data/index.ts';
import type { ErrorTree } from './error-tree.ts';

/** What a projection makes of a value that cannot stand where it stands. */
export const refused: unique symbol = Symbol('refused');

/** Makes our value of an agency's, merged into what the slot holds already; it never sees null. */
export type ValueProjection = (value: unknown, held: unknown, errors: ErrorTree | undefined) => unknown;

/** How one key of an answer is taken over. */
export interface ProjectedField {
  /** The key in the agency's answer. */
  readonly answerKey: string;
  /** The key in our data. */
  readonly key: string;
  /** Whether a foreign object that lacks the key could seem to have it, as all objects do `constructor`. */
  readonly isInherited: boolean;
  /** Whether every answer has to have the key. */
  readonly isRequired: boolean;
  readonly isNonNull: boolean;
  readonly project: ValueProjection;
  /** What stands below, if that is one object. */
  readonly object: ObjectProjection | undefined;
}

/** What a projection is made of. */
export interface ProjectionParts {
  /** What the objects are if they don't say so themselves. */
  readonly declaredType: string;
  /** The error of a value that can't stand where it stands. */
  readonly invalid: ShownError;
  /** The fields of the objects of a type. */
  readonly fieldsOf: (typeName: string) => readonly ProjectedField[];
  /** Whether an object that is expected to be of one type may say that it is of another. */
  readonly isPossible: (expected: string, named: string) => boolean;
}

/**
 * Takes an agency's object over into a record of ours: the keys that were asked for and no others, each
 * value checked against its type.
 */
export class ObjectProjection {
  readonly #parts: ProjectionParts;
  readonly #fields = new Map<string, readonly ProjectedField[]>();

  constructor(parts: ProjectionParts) {
    this.#parts = parts;
  }

  /** Makes a record of an object or merges it into the one that is held; `refused` if it is none of ours. */
  project(value: unknown, held: unknown, errors: ErrorTree | undefined): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused;
    const target = isRecord(held) ? held : createRecord();
    return this.write(target, value, errors) ? target : refused;
  }

  /**
   * @param expected - the type that the object is of or, as an interface, stands for
   * @returns false if the object says that it is of a type that it can't be of
   */
  write(
    target: DataRecord,
    value: object,
    errors: ErrorTree | undefined,
    expected = this.#parts.declaredType,
  ): boolean {
    const named = (value as Readonly<DataRecord>)['__typename'] ?? expected;
    if (named !== expected && !this.#isPossible(expected, named)) return false;
    for (const field of this.#fieldsOf(named as string)) this.#writeField(target, value, field, errors);
    return true;
  }

  /** Marks what this projection would have written into a record, and nobody else has. */
  fail(
    target: DataRecord,
    failureOf: (field: ProjectedField) => SlotFailure | undefined,
    typeName = this.#parts.declaredType,
  ): void {
    for (const field of this.#fieldsOf(typeName)) {
      const held = target[field.key];
      if (field.object && isRecord(held)) field.object.fail(held, failureOf);
      else if (held === undefined) setFailure(target, field, failureOf(field));
    }
  }

  #isPossible(expected: string, named: unknown): boolean {
    return typeof named === 'string' && this.#parts.isPossible(expected, named);
  }

  #fieldsOf(typeName: string): readonly ProjectedField[] {
    const known = this.#fields.get(typeName);
    if (known !== undefined) return known;
    const fields = this.#parts.fieldsOf(typeName);
    this.#fields.set(typeName, fields);
    return fields;
  }

  #writeField(
    target: DataRecord,
    source: object,
    field: ProjectedField,
    errors: ErrorTree | undefined,
  ): void {
    const { answerKey, key } = field;
    const value = field.isInherited
      ? ownValue(source, answerKey)
      : (source as Readonly<DataRecord>)[answerKey];
    const held = target[key];
    if (value === undefined && !field.isRequired) return;
    const slot = this.#slot(value, held, field, errors?.child(answerKey));
    if (held === undefined || isBetter(slot, held, key)) target[key] = slot;
  }

  #slot(value: unknown, held: unknown, field: ProjectedField, errors: ErrorTree | undefined): unknown {
    if (errors !== undefined && (value === null || value === undefined || errors.errors.length > 0)) {
      return new SlotFailure(errors.causes([field.key]));
    }
    if (value === null && !field.isNonNull) return null;
    const slot = value === null || value === undefined ? refused : field.project(value, held, errors);
    return slot === refused ? SlotFailure.at(field.key, this.#parts.invalid) : slot;
  }
}

function setFailure(target: DataRecord, field: ProjectedField, failure: SlotFailure | undefined): void {
  if (failure) target[field.key] = failure;
}

/** Whether a slot that is filled takes another value: a value replaces null, a failure, and the name of a type. */
function isBetter(slot: unknown, held: unknown, key: string): boolean {
  if (slot === null || slot instanceof SlotFailure) return false;
  return held === null || held instanceof SlotFailure || key === '__typename';
}
