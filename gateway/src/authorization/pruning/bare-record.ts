/** An object that inherits nothing, so that `__proto__` and `constructor` are keys like any other. */
export type BareRecord = Record<string, unknown>;

/** Objects of one constructor keep V8's hidden classes; those of Object.create(null) are slow hash tables. */
const Bare = function Bare() {} as unknown as new () => BareRecord;
Bare.prototype = Object.freeze(Object.create(null) as object);

/** Makes an empty record. */
export function bareRecord(): BareRecord {
  return new Bare();
}
