import { timingSafeEqual } from 'node:crypto';

import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { RequestHeaders } from '../authenticator.ts';
import { derivedFrom } from './secret.ts';

/** The token that a page of this origin is told, and that no page of another origin can read or guess. */
export function csrfTokenOf(sessionSecret: string): string {
  return derivedFrom(sessionSecret, 'csrf');
}

/**
 * Whether a request that carries a session's cookie was made by a page of this gateway: the page sends the
 * session's own token, and the browser, where it says so, names this origin (Origin: RFC 6454, section 7;
 * https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).
 *
 * @param origin - of this gateway as browsers know it
 * @returns CSRF_REFUSED, or null
 */
export function crossSiteRefusal(
  headers: RequestHeaders,
  sessionSecret: string,
  origin: string,
): Failure | null {
  const { origin: sender, 'sec-fetch-site': site, 'x-csrf-token': token } = headers;
  const isOwnPage = (sender ?? origin) === origin && (site ?? 'same-origin') === 'same-origin';
  return isOwnPage && isEqual(token, csrfTokenOf(sessionSecret)) ? null : failure('CSRF_REFUSED');
}

function isEqual(given: RequestHeaders[string], expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected));
}
