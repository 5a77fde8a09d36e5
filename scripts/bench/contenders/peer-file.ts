import { fileURLToPath } from 'node:url';

/** A file below `peers/`. */
export function peerFile(name: string): string {
  return fileURLToPath(new URL(`../peers/${name}`, import.meta.url));
}
