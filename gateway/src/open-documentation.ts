import type { Authenticator } from './authentication/index.ts';
import type { Config } from './config/index.ts';
import { createDocumentation } from './documentation/index.ts';
import type { DocumentationServices } from './http/index.ts';
import type { Authorization } from './open-authorization.ts';
import type { OpenedSignIn } from './open-sign-in.ts';
import type { SupergraphSource } from './supergraph/index.ts';

/** What the documentation tells of, and who may read it. */
interface DocumentationParts {
  readonly authorization: Authorization | null;
  readonly authenticator: Authenticator;
  readonly signIn: OpenedSignIn | null;
  readonly source: SupergraphSource;
}

/** Opens /docs; null where it is off, or where there is no policy to tell of. */
export function openDocumentation(
  { http, operations }: Pick<Config, 'http' | 'operations'>,
  { authorization, authenticator, signIn, source }: DocumentationParts,
): DocumentationServices | null {
  if (http.documentation === 'off' || authorization === null) return null;
  const { introspection } = operations;
  const supergraph = () => source.current;
  const { read } = createDocumentation({ ...authorization, supergraph, introspection });
  const sessions = signIn?.sessions ?? null;
  return { isOpen: http.documentation === 'open', authenticator, sessions, read };
}
