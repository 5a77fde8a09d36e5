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
export type { RequesterContext } from './requester-context.ts';
