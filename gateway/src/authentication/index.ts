export type {
  AuthenticateDecision,
  Authenticator,
  AuthenticatorOptions,
  RequestHeaders,
} from './authenticator.ts';
export { allowAnonymous } from './allow-anonymous.ts';
export { openAuthenticator } from './authenticator.ts';
export type { Caller } from './caller.ts';
export type { KeySource } from './key-set.ts';
export type { PurposeOfUse } from './purposes-of-use.ts';
export { isPurposeOfUse, purposesOfUse } from './purposes-of-use.ts';
export { openIdentityProvider } from './open-id/index.ts';
export type { RequesterContext } from './requester-context.ts';
export type {
  PendingSignIn,
  Session,
  SessionDecision,
  Sessions,
  SessionStore,
  SessionView,
  SignIn,
  SignInDecision,
} from './sessions/index.ts';
export { createSessions, createSignIn, withSessions } from './sessions/index.ts';
