/** A GraphQL answer as JSON. */
export interface JsonAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/**
 * What two right answers to one operation have in common: the data, and the places that are null because of
 * errors. Where several values of one object that may not be null are missing, the specification leaves open
 * which of them are reported.
 */
export function essence(answer: JsonAnswer): { readonly data: unknown; readonly nulled: readonly string[] } {
  const places = (answer.errors ?? []).map(({ path }) => JSON.stringify(nullAt(answer.data, path ?? [])));
  return { data: answer.data, nulled: [...new Set(places)].sort() };
}

function nullAt(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
  }
  return path;
}
