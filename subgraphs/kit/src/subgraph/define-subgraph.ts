import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { guardSchema } from '../authorization/index.ts';
import type { ExtraRules } from '../authorization/index.ts';
import type { Database } from '../database/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import {
  checkPersons,
  feedCursorsMigration,
  followedLinks,
  isWithheld,
  personFeed,
  personFeedMigration,
  withheldPersonFeed,
} from '../feeds/index.ts';
import type { Feed, FollowedFeed, PersonDeclaration, WithheldPersons } from '../feeds/index.ts';
import { residentLinks, residentLinksMigration } from '../links/index.ts';
import { inWaves } from '../loaders/index.ts';
import { buildSchema } from '../schema/index.ts';
import type { Resolvers } from '../schema/index.ts';
import type { AgencyCommand } from './agency-command.ts';
import { documentCache } from './document-cache.ts';
import type { Migration } from './migration.ts';
import type { Subgraph } from './subgraph.ts';

/** What an agency writes. */
export interface SubgraphDefinition<Loaders> {
  /** As in supergraph.yaml: lower case letters, digits and hyphens. */
  readonly name: string;
  /** The federation 2 schema; see `readSchema`. */
  readonly schema: string;
  /** In the order in which they are applied. */
  readonly migrations: readonly Migration[];
  /** Called anew for each request, so that nothing that was loaded for one is seen by another. */
  readonly loaders: (database: Database) => Loaders;
  readonly resolvers: Resolvers<NoInfer<Loaders>>;
  /**
   * The agency's own rules, which can only withhold: a field is shown if the gateway's decisions permit it and the
   * rule answers true.
   *
   * @example extraRules: { HousingClient: { lastName: (_client, _values, { requester }) => requester?.agency === 'housing' } }
   */
  readonly extraRules?: ExtraRules<NoInfer<Loaders>>;
  /**
   * The agency's persons as the resident index is offered them, or the law by which it is told of nobody. Left out:
   * the agency exchanges nothing with the index, and fills `resident_links` itself.
   */
  readonly persons?: PersonDeclaration | WithheldPersons;
  /** Feeds of the subgraph's own; agencies need none. */
  readonly feeds?: readonly Feed[];
  /** Feeds of peers that it follows; agencies need none. */
  readonly follows?: readonly FollowedFeed[];
  /** Commands of its own, beside `serve`, `migrate` and `schema`. */
  readonly commands?: readonly AgencyCommand[];
}

/**
 * Defines an agency's subgraph.
 *
 * @throws ConfigurationError with the place and the remedy when schema and resolvers do not fit each other.
 */
export function defineSubgraph<Loaders>(definition: SubgraphDefinition<Loaders>): Subgraph {
  checkName(definition.name);
  const exchange = exchangeOf(definition);
  const migrations = [residentLinksMigration, ...definition.migrations, ...exchange.migrations];
  checkMigrations(migrations);
  const schema = buildSchema(definition.schema, definition.resolvers);
  return {
    name: definition.name,
    sdl: definition.schema,
    schema,
    guardedSchema: guarded(definition),
    migrations,
    feeds: exchange.feeds,
    follows: exchange.follows,
    commands: definition.commands ?? [],
    offersPersons: exchange.offersPersons,
    documents: documentCache(schema),
    contextOver: (database, requester = null) =>
      inWaves(() => ({
        database,
        requester,
        links: residentLinks(database),
        loaders: definition.loaders(database),
      })),
  };
}

interface Exchange {
  readonly feeds: readonly Feed[];
  readonly follows: readonly FollowedFeed[];
  readonly migrations: readonly Migration[];
  readonly offersPersons: boolean;
}

/** What the agency's persons need; where nothing may be told of them, nothing is kept for telling either. */
function exchangeOf<Loaders>(definition: SubgraphDefinition<Loaders>): Exchange {
  const { name, persons, feeds = [], follows = [] } = definition;
  const cursors = follows.length > 0 ? [feedCursorsMigration] : [];
  if (persons === undefined) return { feeds, follows, migrations: cursors, offersPersons: false };
  if (isWithheld(persons))
    return { feeds: [...feeds, withheldPersonFeed], follows, migrations: cursors, offersPersons: false };
  checkPersons(persons);
  return {
    feeds: [...feeds, personFeed(name, persons)],
    follows: [...follows, followedLinks],
    migrations: [feedCursorsMigration, personFeedMigration(persons)],
    offersPersons: true,
  };
}

/** A schema of its own, because rules are put onto its fields. */
function guarded<Loaders>({
  schema: sdl,
  resolvers,
  extraRules,
}: SubgraphDefinition<Loaders>): GraphQLSchema {
  const schema = buildSchema(sdl, resolvers);
  guardSchema(schema, parse(sdl), extraRules);
  return schema;
}

function checkName(name: string): void {
  if (/^[a-z][a-z0-9-]*$/.test(name)) return;
  throw new ConfigurationError({
    place: 'name',
    message: `"${name}" cannot be a subgraph's name.`,
    remedy: 'Use lower case letters, digits and hyphens, as in behavioral-health.',
  });
}

function checkMigrations(migrations: readonly Migration[]): void {
  const names = migrations.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new ConfigurationError({
    place: `migrations, "${twice}"`,
    message: 'two migrations have this name.',
    remedy: 'Give each a name of its own.',
  });
}
