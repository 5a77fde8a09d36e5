export type { AgreementDocument, PublishedSchema } from './authorization/index.ts';
export { contentHash, publishedSchemas } from './authorization/index.ts';
export type { Gateway, GatewayParts } from './create-gateway.ts';
export { createGateway } from './create-gateway.ts';
export type { Config, ConfigDecision, ConfigProblem, ConfigSources } from './config/index.ts';
export { configurationTable, formatConfigProblem, loadConfig } from './config/index.ts';
export { errorTable } from './errors/index.ts';
