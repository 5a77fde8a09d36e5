/**
 * Keeps what GraphiQL keeps until the tab is closed, and no longer: operations and their variables may name
 * residents, and the next person at this computer must not find them.
 */
export function createMemoryStorage() {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    getItem: (name: string): string | null => values.get(name) ?? null,
    setItem: (name: string, value: string): void => void values.set(name, value),
    removeItem: (name: string): void => void values.delete(name),
    clear: (): void => values.clear(),
  };
}
