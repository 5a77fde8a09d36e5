export { disclose, guardSchema } from './guard-schema.ts';
export type { ExtraRule, ExtraRules } from './rules.ts';
