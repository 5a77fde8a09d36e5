export { allPurposes, purposeOf, purposesOf } from './purposes.ts';
export { readFirstSession, signInAddress, signOut, stepUpAddress, type Session } from './session.ts';
export { useSession, type SessionState } from './use-session.ts';
