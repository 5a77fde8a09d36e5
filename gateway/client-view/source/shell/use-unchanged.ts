import { useRef } from 'preact/hooks';

/** The value of before, as long as the one of now says the same. */
export function useUnchanged<Value>(now: Value, isSame: (before: Value, now: Value) => boolean): Value {
  const kept = useRef(now);
  if (!isSame(kept.current, now)) kept.current = now;
  return kept.current;
}
