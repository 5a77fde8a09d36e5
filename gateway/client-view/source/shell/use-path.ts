import { useCallback, useEffect, useState } from 'preact/hooks';

/** The path that the browser shows, and how to go to another; back and forward work. */
export function usePath(): readonly [string, (path: string, state?: unknown) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = (): void => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const navigate = useCallback((next: string, state: unknown = null): void => {
    history.pushState(state, '', next);
    setPath(location.pathname);
    scrollTo(0, 0);
  }, []);
  return [path, navigate];
}
