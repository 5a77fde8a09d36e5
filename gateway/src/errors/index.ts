export type { ErrorCode } from './catalogue.ts';
export { catalogue, entryOf, isErrorCode } from './catalogue.ts';
export { errorTable } from './error-table.ts';
export { failure, Failure } from './failure.ts';
export { markdownTable } from './markdown-table.ts';
export { statusOf } from './status-of.ts';
export { toFailure } from './to-failure.ts';
export { toGraphQLError } from './to-graphql-error.ts';
export { UnreachableCaseError } from './unreachable-case-error.ts';
