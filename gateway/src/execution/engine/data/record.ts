/** An object of ours. It inherits nothing, so that `__proto__` and `constructor` are keys like any other. */
export type DataRecord = Record<string, unknown>;

/**
 * Objects of one constructor keep V8's hidden classes; those of Object.create(null) are hash tables, which
 * cost several times as much to write and to serialise.
 */
const Bare = function Bare() {} as unknown as new () => DataRecord;
Bare.prototype = Object.freeze(Object.create(null) as object);

/** Makes an empty record. */
export function createRecord(): DataRecord {
  return new Bare();
}

/** Whether a value is one of our records. */
export function isRecord(value: unknown): value is DataRecord {
  return value instanceof Bare;
}

/** The name of a record's own type, or of an interface; empty if no agency was asked for it. */
export function typeNameOf(record: DataRecord): string {
  const name = record['__typename'];
  return typeof name === 'string' ? name : '';
}

/** A property of a foreign object, if it is the object's own. */
export function ownValue(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Readonly<DataRecord>)[key] : undefined;
}
