export { createSessions } from './sessions.ts';
export type { SessionDecision, Sessions, SessionView } from './sessions.ts';
export type { PendingSignIn, Session } from './session.ts';
export type { SessionStore } from './session-store.ts';
export type { SignInDecision } from './sign-in-options.ts';
export type { SignIn } from './sign-in.ts';
export { createSignIn } from './sign-in.ts';
export { withSessions } from './with-sessions.ts';
