import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { extendSession, readFirstSession, readSession, type Session } from './session.ts';

/** What the page knows of the session now. */
export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'present'; readonly session: Session }
  /** It was there and is over; what was typed still stands in the page. */
  | { readonly kind: 'ended'; readonly session: Session };

const lookAgainMilliseconds = 30_000;

/** Follows the session: at once, twice a minute, and whenever somebody comes back to the tab. */
export function useSession() {
  const [state, setState] = useState<SessionState>({ kind: 'unknown' });
  const skew = useRef(0);
  const take = useCallback((session: Session | null): void => {
    if (session?.now !== undefined) skew.current = Date.parse(session.now) - Date.now();
    setState((before) => next(before, session));
  }, []);
  const look = useCallback(
    (read = readSession): Promise<Session | null> =>
      read().then(
        (session) => {
          take(session);
          return session;
        },
        () => {
          setState((before) => (before.kind === 'unknown' ? { kind: 'unavailable' } : before));
          return null;
        },
      ),
    [take],
  );
  const extend = useCallback(
    async (csrfToken: string): Promise<void> => take(await extendSession(csrfToken)),
    [take],
  );
  // Before anything is painted: everything else waits for the answer.
  useLayoutEffect(() => {
    void look(readFirstSession);
    const timer = setInterval(() => void look(), lookAgainMilliseconds);
    const onReturn = (): void => void (document.visibilityState === 'visible' && look());
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('focus', onReturn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('focus', onReturn);
    };
  }, [look]);
  return { state, look, extend, now: useCallback(() => Date.now() + skew.current, []) };
}

/** Another person in the same browser must not find what the one before left on the page. */
function next(before: SessionState, session: Session | null): SessionState {
  const known = before.kind === 'present' || before.kind === 'ended' ? before.session : null;
  if (session === null) return known ? { kind: 'ended', session: known } : { kind: 'none' };
  if (known && known.subject !== session.subject) location.assign('/');
  return { kind: 'present', session };
}
