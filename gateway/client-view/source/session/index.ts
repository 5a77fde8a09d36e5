export { signInAddress, signOut, stepUpAddress, type Session } from './session.ts';
export { useSession, type SessionState } from './use-session.ts';
