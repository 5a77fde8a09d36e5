/** A value of JSON. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * The one text of a value in the JSON Canonicalization Scheme (RFC 8785): members in the order of their names'
 * UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Members that are undefined are
 * left out.
 *
 * @throws TypeError for what JSON cannot say: NaN, infinity, and text that is not Unicode (RFC 8785, section 3.2.2.2).
 */
export function canonicalJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${members(value).join(',')}}`;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('JSON has finite numbers only.');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw new TypeError('The text is not Unicode.');
  return JSON.stringify(value);
}

function members(value: { readonly [key: string]: JsonValue | undefined }): readonly string[] {
  return Object.keys(value)
    .toSorted(byCodeUnits)
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${canonicalJson(key)}:${canonicalJson(member)}`];
    });
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
