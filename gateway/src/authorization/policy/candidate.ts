import type { Agreement, Grant } from '../agreements/index.ts';

/** A grant of an agreement to one of its recipients: what can permit a category. */
export interface Candidate {
  readonly agreement: Agreement;
  readonly grant: Grant;
  readonly recipient: Agreement['recipients'][number];
  /** Equal for candidates that say the same and differ only in the agreement that says it. */
  readonly shape: string;
  /** The instants, in milliseconds since 1970, between which it binds: from the first, until before the second. */
  readonly from: number;
  readonly until: number;
}

/** What of an agreement's head belongs to the shape of its grants: what laws look at. */
const shaping = ['provider', 'kind', 'legalAuthority', 'redisclosure', 'term'] as const;

/** What a candidate says besides its categories and its clause. */
export function shapeOf(
  agreement: Agreement,
  grant: Grant,
  { applications }: Candidate['recipient'],
): string {
  const { purposes, conditions, breakGlass, obligations, transforms } = grant;
  const head = shaping.map((key) => agreement[key]);
  return JSON.stringify([head, applications, purposes, conditions, breakGlass, obligations, transforms]);
}

/** An agreement that tells when anything of it is looked at that is not part of the shape of its grants. */
export function observed(agreement: Agreement, onRead: () => void): Agreement {
  return new Proxy(agreement, {
    get: (target, key, receiver): unknown => {
      if (!shaping.some((each) => each === key)) onRead();
      return Reflect.get(target, key, receiver);
    },
    has: (target, key) => {
      onRead();
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      onRead();
      return Reflect.ownKeys(target);
    },
  });
}

/** Whether a candidate binds at an instant in milliseconds since 1970. */
export function bindsAt({ from, until }: Candidate, at: number): boolean {
  return from <= at && at < until;
}
