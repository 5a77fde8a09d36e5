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
 * another one: it is read anew, once.
 *
 * @param onSession - told of the session that was found in between
 */
export async function ask(
  body: object,
  { session, purposeOfUse }: { readonly session: Session; readonly purposeOfUse: string },
  onSession: (session: Session | null) => void,
): Promise<ExplorerAnswer> {
  const answer = await post(body, session.csrfToken, purposeOfUse);
  if (codeOf(answer) === 'UNAUTHENTICATED') onSession(null);
  if (codeOf(answer) !== 'CSRF_REFUSED') return answer;
  const renewed = await readSession();
  onSession(renewed);
  return renewed === null ? answer : post(body, renewed.csrfToken, purposeOfUse);
}

function codeOf({ errors = [] }: ExplorerAnswer): unknown {
  return errors[0]?.extensions?.['code'];
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
