/**
 * The token of an Authorization header, or null. The scheme is case-insensitive and the token is one word
 * of the alphabet that RFC 6750, section 2.1, permits.
 */
export function bearerToken(header: string | undefined): string | null {
  const match = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header?.trim() ?? '');
  return match?.[1] ?? null;
}
