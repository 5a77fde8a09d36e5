import type { RequestHeaders } from '../authenticator.ts';
import { isSecret } from './secret.ts';

/**
 * The session's cookie and that of a sign-in under way. By the prefix `__Host-` (RFC 6265bis, section 4.1.3.2)
 * browsers take them only from this very host over a protected connection, so that no other host of the
 * domain can plant one; they count http to the own machine as protected.
 */
export type CookieName = '__Host-session' | '__Host-sign-in';

/** The secret that a cookie carries; null if it isn't there, there are several, or it is no secret of ours. */
export function secretOf({ cookie }: RequestHeaders, name: CookieName): string | null {
  const text = typeof cookie === 'object' ? cookie.join('; ') : (cookie ?? '');
  const values = text
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return value !== undefined && values.length === 1 && isSecret(value) ? value : null;
}

/** Scripts can't read it (HttpOnly), and requests of other sites don't carry it but for following a link (Lax). */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The header that hands a browser a secret, for as long as the browser runs or for so many seconds. */
export function cookieWith(name: CookieName, secret: string, seconds?: number): string {
  return `${name}=${secret}; ${attributes}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`;
}

/** The header that takes it back. */
export function cookieWithout(name: CookieName): string {
  return `${name}=; ${attributes}; Max-Age=0`;
}
