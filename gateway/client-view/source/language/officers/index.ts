export type { OfficerMessageKey } from './english.ts';
export { useOfficerWords, type OfficerWords } from './use-officer-words.ts';
