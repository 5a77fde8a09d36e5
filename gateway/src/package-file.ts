import { fileURLToPath } from 'node:url';

/**
 * A file that ships with the gateway's package, wherever it is installed: this module lies as deep in the source as
 * every file of the build does.
 */
export function packageFile(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
