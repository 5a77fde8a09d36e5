import type { Authenticator } from '../authenticator.ts';
import { secretOf } from './cookies.ts';
import type { Sessions } from './sessions.ts';

/**
 * Finds out who calls by a token if there is one, and else by the cookie of a session. A token goes before, so
 * that requests with one are what they are without sessions: no page of another site can add one.
 */
export function withSessions(tokens: Authenticator, sessions: Sessions): Authenticator {
  return {
    authenticate: async (headers) =>
      headers['authorization'] === undefined && secretOf(headers, '__Host-session') !== null
        ? sessions.authenticate(headers)
        : tokens.authenticate(headers),
  };
}
