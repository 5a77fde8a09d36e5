import type { GraphQLSchema } from 'graphql';

import type { Database } from '../database/index.ts';
import type { Feed, FollowedFeed } from '../feeds/index.ts';
import type { Requester, SubgraphContext } from '../schema/index.ts';
import type { AgencyCommand } from './agency-command.ts';
import type { DocumentCache } from './document-cache.ts';
import type { Migration } from './migration.ts';

/** A defined subgraph: checked, and bound to no database and no server yet. */
export interface Subgraph {
  /** As in supergraph.yaml. */
  readonly name: string;
  /** The schema as its agency wrote it, and as `_service` answers it. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  /** The same with the rules for its labels at its fields. */
  readonly guardedSchema: GraphQLSchema;
  /** The kit's own first, then the agency's. */
  readonly migrations: readonly Migration[];
  /** What is offered to peers besides GraphQL. */
  readonly feeds: readonly Feed[];
  /** What is followed of theirs. */
  readonly follows: readonly FollowedFeed[];
  /** What its command line does besides. */
  readonly commands: readonly AgencyCommand[];
  /** Whether one of its feeds tells of persons. */
  readonly offersPersons: boolean;
  readonly documents: DocumentCache;
  /** What one request is answered with; never shared between requests. */
  readonly contextOver: (database: Database, requester?: Requester | null) => SubgraphContext<unknown>;
}
