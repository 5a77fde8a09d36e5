export {
  brokenGlass,
  classOfRecipients,
  consent,
  declared,
  inDays,
  inHours,
  nothingOnFile,
  now,
  relationship,
  residentId,
} from './facts.ts';
export type { Fact } from './facts.ts';
export { people } from './people.ts';
export type { Person } from './people.ts';
export {
  awaitsResident,
  conceals,
  denies,
  fleeingFelons,
  matching,
  permits,
  requestOf,
} from './statute-case.ts';
export type { CasesOfLaw, Situation, StatuteCase } from './statute-case.ts';
