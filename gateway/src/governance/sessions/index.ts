export { createSessionStore } from './create-session-store.ts';
