import { readFileSync } from 'node:fs';

/**
 * Reads an agency's schema file.
 *
 * @example readSchema(new URL('../schema.graphql', import.meta.url))
 */
export function readSchema(file: URL): string {
  return readFileSync(file, 'utf8');
}
