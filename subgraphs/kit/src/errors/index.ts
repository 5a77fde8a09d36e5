export { badUserInput } from './bad-user-input.ts';
export { catalogue } from './catalogue.ts';
export type { CatalogueEntry, ErrorCode } from './catalogue.ts';
export { ConfigurationError } from './configuration-error.ts';
export { subgraphError } from './subgraph-error.ts';
