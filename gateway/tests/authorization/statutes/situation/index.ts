export { brokenGlass, classOfRecipients, consent, declared, inDays, inHours, relationship } from './facts.ts';
export {
  awaitsResident,
  conceals,
  denies,
  fleeingFelons,
  matching,
  permits,
  requestOf,
} from './statute-case.ts';
export type { CasesOfLaw, Situation } from './statute-case.ts';
