export { OpenBreakGlass } from './open-session.tsx';
