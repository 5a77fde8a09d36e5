import { UnreachableCaseError } from '../../../errors/index.ts';
import type { DataRecord } from '../data/index.ts';
import { createRecord, SlotFailure } from '../data/index.ts';
import type { Completion } from './complete.ts';
import { completeEmpty, completeSlot, missing } from './complete.ts';
import type { ShapeContext } from './shape-context.ts';

/** One field of the client's answer. */
export type ShapeField =
  | { readonly kind: 'constant'; readonly responseName: string; readonly value: string }
  | { readonly kind: 'introspection'; readonly responseName: string }
  | DataField;

/** A field whose value comes from our data. */
interface DataField {
  /** A scalar was checked when it came in and is taken over as it is. */
  readonly kind: 'scalar' | 'other';
  readonly responseName: string;
  readonly key: string;
  readonly isNonNull: boolean;
  readonly complete: Completion;
}

/** The fields of objects of one type, in the client's order. */
export type ObjectShape = readonly ShapeField[];

/** Makes the client's object of a record of ours, or `missing`. */
export function shapeObject(shape: ObjectShape, source: DataRecord, context: ShapeContext): unknown {
  const shaped = createRecord();
  for (const field of shape) {
    const value = valueOf(field, source, context);
    if (value === missing) return missing;
    shaped[field.responseName] = value;
  }
  return shaped;
}

function valueOf(field: ShapeField, source: DataRecord, context: ShapeContext): unknown {
  switch (field.kind) {
    case 'scalar':
      return scalarOf(field, source[field.key], context);
    case 'other':
      return otherOf(field, source[field.key], context);
    case 'constant':
      return field.value;
    case 'introspection':
      return context.introspection[field.responseName];
    default:
      throw new UnreachableCaseError(field);
  }
}

function scalarOf({ key, isNonNull }: DataField, value: unknown, context: ShapeContext): unknown {
  const isEmpty = value === null || value === undefined || value instanceof SlotFailure;
  return isEmpty ? completeEmpty(value, key, isNonNull, context) : value;
}

function otherOf(
  { key, responseName, isNonNull, complete }: DataField,
  value: unknown,
  context: ShapeContext,
) {
  return completeSlot(value, key, responseName, isNonNull, complete, context);
}
