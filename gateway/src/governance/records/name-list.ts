/** A list of names as text of the database. */
export function listText(names: readonly string[]): string {
  return JSON.stringify(names);
}

/** The names that a text of the database lists. What is no such list holds none, so that it grants nothing. */
export function listOf(text: string): readonly string[] {
  const list = parsed(text);
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
