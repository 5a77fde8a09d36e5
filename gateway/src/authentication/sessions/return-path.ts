const longest = 2000;

/** A browser that comes back to one of these would be sent away again. */
const turning = /^\/+(sign-in|sign-out|session)(\/|$)/;

/**
 * Where a browser goes after signing in: the path, query and fragment of the text if it is one of this
 * origin, `/` otherwise. Read as browsers read it (https://url.spec.whatwg.org): `//host`, `/\host` and what
 * hides either behind white space or dots lead elsewhere.
 */
export function returnPath(text: string | undefined, origin: string): string {
  if (text === undefined || !text.startsWith('/') || text.length > longest) return '/';
  if (!URL.canParse(text, origin)) return '/';
  const url = new URL(text, origin);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === origin && !path.startsWith('//') && !turning.test(url.pathname) ? path : '/';
}
