export type { ExtraRule, ExtraRules, GatewayTrust } from './authorization/index.ts';
export { runSubgraph } from './command-line/index.ts';
export { dialectOf, openDatabase } from './database/index.ts';
export type { Database, DatabaseOptions } from './database/index.ts';
export { badUserInput, catalogue, ConfigurationError } from './errors/index.ts';
export type { CatalogueEntry, ErrorCode } from './errors/index.ts';
export { cursorText, identityKey, readCursor, readFeedPeers, takePage } from './feeds/index.ts';
export type {
  ArrivedPage,
  Feed,
  FeedCursor,
  FeedPage,
  FeedPeer,
  FeedRequest,
  FeedSources,
  FollowedFeed,
  IdentityKey,
  OfferedPerson,
  PersonColumn,
  PersonDeclaration,
  PersonElement,
  PersonEntry,
  TakenEntries,
  WithheldPersons,
} from './feeds/index.ts';
export { everyResident, residentReference } from './links/index.ts';
export type { LinkedResident, ResidentLinks } from './links/index.ts';
export { rowByKey, rowsByKey } from './loaders/index.ts';
export { connectionOf, pageByKey, pageSize } from './pagination/index.ts';
export type { Connection, PageLoader } from './pagination/index.ts';
export { columns, readSchema } from './schema/index.ts';
export type {
  EnumValues,
  FieldResolver,
  ReferenceResolver,
  Requester,
  Resolvers,
  SubgraphContext,
  TypeResolvers,
} from './schema/index.ts';
export { createLog, serveSubgraph } from './server/index.ts';
export type { FeedExchange, Log, RunningSubgraph, ServeOptions } from './server/index.ts';
export { defineSubgraph, migrate } from './subgraph/index.ts';
export type {
  AgencyCommand,
  AgencyCommandOption,
  Migration,
  Subgraph,
  SubgraphDefinition,
} from './subgraph/index.ts';
export { createNumberTokenizer } from './tokens/index.ts';
export type { NumberTokens } from './tokens/index.ts';
export type { Knex } from 'knex';
