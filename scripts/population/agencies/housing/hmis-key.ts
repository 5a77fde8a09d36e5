import { createHash } from 'node:crypto';

/** A key as the HMIS vendor makes them: 32 hexadecimal characters that tell nothing of what they stand for. */
export function hmisKey(table: string, entry: number | string): string {
  return createHash('sha256').update(`hmis ${table} ${entry}`).digest('hex').slice(0, 32).toUpperCase();
}
