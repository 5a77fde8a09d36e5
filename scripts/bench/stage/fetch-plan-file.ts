import { join } from 'node:path';

/** Where the fetches of our gateway are written down for the proxies that repeat them. */
export function fetchPlanFile(folder: string): string {
  return join(folder, 'fetches.json');
}
