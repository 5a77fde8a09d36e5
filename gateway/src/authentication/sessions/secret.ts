import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret that a browser carries: 256 bits, in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text that a browser sent can be such a secret. */
export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is kept of a secret on this side: whoever reads the database can't take a session over. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Another secret that only who has the first can make, for one use; it doesn't tell the first. */
export function derivedFrom(secret: string, use: string): string {
  return createHmac('sha256', secret).update(use).digest('base64url');
}
