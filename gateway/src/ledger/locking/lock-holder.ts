import { z } from 'zod';

const schema = z.object({ host: z.string(), processId: z.int(), since: z.coerce.date() });

/** The process that has a lock. */
export type LockHolder = Readonly<z.infer<typeof schema>>;

/** Reads who has a lock; null for anything else. */
export function parseHolder(text: string): LockHolder | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The process in words, to begin a sentence with. */
export function holderText(holder: LockHolder | null): string {
  if (holder === null) return 'Another process';
  return `Process ${holder.processId} on ${holder.host} (since ${holder.since.toISOString()})`;
}
