export { DataUses } from './data-uses.tsx';
