import type { FieldLayout } from '../layout/index.ts';

/**
 * The client's objects at one place, field by field, for answers with errors or with entities that are missing:
 * every value is looked at before it is written. For each variant of the layout that they begin with; nothing
 * for types that can't be there.
 */
export interface CompletedObject {
  readonly variants: readonly (readonly CompletedField[] | undefined)[];
}

/** One field of the client's answer. */
export type CompletedField = ConstantField | DataField;

interface ConstantField {
  readonly kind: 'constant';
  /** The client's name and the value, as JSON. */
  readonly text: Uint8Array;
}

/** A field whose value is in an agency's answer. */
export interface DataField {
  readonly kind: 'data';
  /** The client's name, as JSON and with its colon. */
  readonly opening: Uint8Array;
  readonly responseName: string;
  /** The key in the agency's answer. */
  readonly key: string;
  readonly agency: string;
  /** Where in the record the entity is joined that has the field; 0 if the record has it itself. */
  readonly join: number;
  readonly slot: number;
  /** What was only checked and not kept is copied whole: it is as the client wants it. */
  readonly layout: FieldLayout;
  /** Whether another agency answers it too, and could stand in. */
  readonly hasOthers: boolean;
  readonly isNonNull: boolean;
  /** Nothing for values that have no objects in them: these are copied. */
  readonly inside: CompletedValue | undefined;
}

/** An object, or a list of them. */
export interface CompletedValue {
  readonly object: CompletedObject;
  readonly isList: boolean;
  /** Whether null may not stand in the list. */
  readonly isItemNonNull: boolean;
}
