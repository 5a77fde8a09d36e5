/** What a value's JSON may look like. */
export interface ValueLayout {
  readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'choice' | 'scalar' | 'object' | 'list';
  readonly isNullable: boolean;
  /** The texts that a choice may have: the values of an enum, or the name of a type. */
  readonly choices: readonly Uint8Array[];
  readonly object: ObjectLayout | undefined;
  readonly item: ValueLayout | undefined;
}

/** A field of an answer's object, in its place among the others. */
export interface FieldLayout {
  readonly key: string;
  readonly index: number;
  /** The bytes before the value: the key, and what parts it from what comes before. */
  readonly opening: Uint8Array;
  readonly value: ValueLayout;
  /** Where in its record the field is. */
  readonly slot: number;
  /** Whether anybody looks inside the value; if not, it is only checked. */
  isKept: boolean;
}

/** The fields of an answer's objects of one type. */
export interface VariantLayout {
  readonly typeName: string;
  /** The type's name as JSON. */
  readonly name: Uint8Array;
  readonly fields: readonly FieldLayout[];
}

/**
 * The objects at one place of an agency's answers, and how their records are laid out among the numbers of
 * a run's memory: the next item of their list, the variant, three numbers for each field (where its value
 * begins and ends, and the record inside it), and one for each fetch that completes these objects.
 */
export interface ObjectLayout {
  /** Whether the objects say of which type they are, as their first field. */
  readonly isNamed: boolean;
  readonly variants: readonly VariantLayout[];
  /** Where the fields end and the joins begin. */
  readonly fieldsEnd: number;
  /** The fetches that complete these objects; grows while a program is compiled. */
  readonly joins: number[];
}

/** Offsets in a record. */
export const record = { next: 0, variant: 1, fields: 2 } as const;

/** Offsets in a field of a record. */
export const slot = { start: 0, end: 1, inside: 2, size: 3 } as const;
