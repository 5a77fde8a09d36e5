export { createSessions } from './sessions.ts';
export type { SessionDecision, Sessions, SessionView } from './sessions.ts';
export type { PendingSignIn, Session } from './session.ts';
export type { SessionStore } from './session-store.ts';
export type { SignIn, SignInDecision } from './sign-in.ts';
export { createSignIn } from './sign-in.ts';
export { withSessions } from './with-sessions.ts';
