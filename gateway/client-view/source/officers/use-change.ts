import { useState } from 'preact/hooks';
import { Refused, type Answer } from '../graphql/index.ts';
import { useShell } from '../shell/index.ts';

/** Runs a change, and tells what came of it. */
export function useChange(again: () => void) {
  const { speech, announce } = useShell();
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (ask: () => Promise<Answer<unknown>>, done: string): Promise<void> => {
    const refusal = await ask().then(
      ({ errors }) => (errors[0] ? (errors[0].extensions?.code ?? 'MALFORMED') : null),
      (error: unknown) => (error instanceof Refused ? error.code : 'MALFORMED'),
    );
    if (refusal !== null) return setProblem(speech.code('refused', refusal));
    announce(done);
    return again();
  };
  return [problem, setProblem, change] as const;
}
