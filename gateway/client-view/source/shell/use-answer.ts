import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { TypedDocument } from '../../documents/typed-document.ts';
import { Refused, type Answer } from '../graphql/index.ts';
import { useShell } from './shell-context.ts';

/** What has come of a question. */
export type Asked<Data> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'answered'; readonly answer: Answer<Data> };

/** Asks when the component appears, and again when told to; an answer for a component that is gone is dropped. */
export function useAnswer<Data, Variables>(document: TypedDocument<Data, Variables>, variables: Variables) {
  const { run } = useShell();
  const [asked, setAsked] = useState<Asked<Data>>({ kind: 'loading' });
  const [times, setTimes] = useState(0);
  const key = JSON.stringify(variables);
  // Before that nothing is there is painted: the question is on its way meanwhile.
  useLayoutEffect(() => {
    const leaving = new AbortController();
    run(document, JSON.parse(key) as Variables, leaving.signal).then(
      (answer) => leaving.signal.aborted || setAsked({ kind: 'answered', answer }),
      (error: unknown) => {
        if (!leaving.signal.aborted)
          setAsked({ kind: 'refused', code: error instanceof Refused ? error.code : 'MALFORMED' });
      },
    );
    return () => leaving.abort();
    // The function that asks changes with the session's time; a question isn't asked again for that.
  }, [document, key, times]);
  const again = useCallback((): void => setTimes((before) => before + 1), []);
  const change = useCallback(
    (turn: (answer: Answer<Data>) => Answer<Data>): void =>
      setAsked((before) =>
        before.kind === 'answered' ? { kind: 'answered', answer: turn(before.answer) } : before,
      ),
    [],
  );
  return { asked, again, change };
}
