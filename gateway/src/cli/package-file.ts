import { fileURLToPath } from 'node:url';

/** A file that ships with the gateway's package, wherever it is installed, from source and built alike. */
export function packageFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
