export { Agencies } from './agencies.tsx';
