export type { AgencyCommand, AgencyCommandOption } from './agency-command.ts';
export type { ClientError } from './client-error.ts';
export { defineSubgraph } from './define-subgraph.ts';
export type { SubgraphDefinition } from './define-subgraph.ts';
export { executeRequest } from './execute-request.ts';
export type { Disclosed, SubgraphAnswer, SubgraphRequest } from './execute-request.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export type { Migration } from './migration.ts';
export type { Subgraph } from './subgraph.ts';
