export type { ConfigOption } from './config-options.ts';
export { configOptions } from './config-options.ts';
export type { ConfigProblem } from './config-problem.ts';
export { formatConfigProblem } from './config-problem.ts';
export type { Config } from './config-schema.ts';
export { configurationTable } from './configuration-table.ts';
export type { ConfigDecision, ConfigSources } from './load-config.ts';
export { loadConfig } from './load-config.ts';
