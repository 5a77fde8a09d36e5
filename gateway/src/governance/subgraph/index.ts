export type { GovernanceSubgraph } from './create-governance-subgraph.ts';
export { createGovernanceSubgraph } from './create-governance-subgraph.ts';
export { dateTime } from './date-time.ts';
export type { InProcessAnswer, InProcessRequest } from './in-process-subgraph.ts';
export { inProcessSubgraph } from './in-process-subgraph.ts';
export type { Connection, PageRequest } from './page.ts';
export { pageOf, pageSize, positionAfter, staleCursor } from './page.ts';
export type { Count } from './request-counts.ts';
export { requestCounts } from './request-counts.ts';
