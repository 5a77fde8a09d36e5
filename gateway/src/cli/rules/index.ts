export type { CallerOptions } from './caller-options.ts';
export { callerOf, withCallerOptions } from './caller-options.ts';
export { operationsOfManifest } from './operations-of-manifest.ts';
export { readFactsFile } from './read-facts-file.ts';
export type { RulesRead } from './read-rules.ts';
export { readRules } from './read-rules.ts';
export type { RuleOptions } from './rule-options.ts';
export { agreementsFolder, purposeOption, withRuleOptions } from './rule-options.ts';
