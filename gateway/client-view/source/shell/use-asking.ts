import { useCallback } from 'preact/hooks';
import { ask, Refused, takeEarlyAnswer } from '../graphql/index.ts';
import type { Session } from '../session/index.ts';
import type { Shell } from './shell-context.ts';

/**
 * Asks for the person and the purpose of now. A CSRF token of before another tab signed in is replaced once; a
 * session that is over shows in the page.
 */
export function useAsking(
  session: Session | null,
  purposeOfUse: string | null,
  look: () => Promise<Session | null>,
): Shell['run'] {
  const csrfToken = session?.csrfToken ?? '';
  return useCallback<Shell['run']>(
    async (document, variables, signal) => {
      try {
        const asker = { csrfToken, purposeOfUse };
        const early = takeEarlyAnswer(document, variables, asker);
        const answer = await (early ?? ask(document, variables, asker, signal));
        void look();
        return answer;
      } catch (error) {
        if (!(error instanceof Refused) || !['CSRF_REFUSED', 'UNAUTHENTICATED'].includes(error.code))
          throw error;
        const fresh = await look();
        if (fresh === null || error.code === 'UNAUTHENTICATED') throw error;
        return ask(document, variables, { csrfToken: fresh.csrfToken, purposeOfUse }, signal);
      }
    },
    [csrfToken, purposeOfUse, look],
  );
}
