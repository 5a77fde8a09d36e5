export { composeSupergraph } from './compose-supergraph.ts';
export { createPostgresDatabase } from './create-postgres-database.ts';
export { fetchPlanFile } from './fetch-plan-file.ts';
export { gatewayCommand } from './gateway-command.ts';
export { openStage } from './open-stage.ts';
export { writePolicy } from './write-policy.ts';
export type { GraphQLRequest, Stage } from './stage.ts';
