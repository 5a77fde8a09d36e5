import { readSession, type Session } from '../../client-view/source/session/session.ts';

/** A whole answer of the gateway, as far as the explorer reads it. */
export interface ExplorerAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, string | null>>;
  }[];
}

/**
 * Asks with the session of this browser. After a new sign-in in another tab the token against cross-site requests is
 * another one: it is read anew, once. Nothing is asked in the name of somebody else who has signed in meanwhile.
 *
 * @param onSession - told of the session that was found in between
 */
export async function ask(
  body: object,
  { session, purposeOfUse }: { readonly session: Session; readonly purposeOfUse: string },
  onSession: (session: Session) => void,
): Promise<ExplorerAnswer> {
  const answer = await post(body, session.csrfToken, purposeOfUse);
  if (codeOf(answer) !== 'CSRF_REFUSED') return answer;
  const renewed = await readSession();
  if (renewed === null) return answer;
  onSession(renewed);
  return renewed.subject === session.subject ? post(body, renewed.csrfToken, purposeOfUse) : answer;
}

/** The code of the refusal of a whole request, or of its first error; null if there is none. */
export function codeOf({ errors = [] }: ExplorerAnswer): string | null {
  return errors[0]?.extensions?.['code'] ?? null;
}

async function post(body: object, csrfToken: string, purposeOfUse: string): Promise<ExplorerAnswer> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-csrf-token': csrfToken,
    ...(purposeOfUse !== '' && { 'purpose-of-use': purposeOfUse }),
  };
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as ExplorerAnswer;
}
