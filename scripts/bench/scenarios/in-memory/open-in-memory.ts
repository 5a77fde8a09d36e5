import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

import { type GraphQLSchema, buildASTSchema, extendSchema, graphql, parse } from 'graphql';

import type { OpenScenario, OriginSubgraph } from '../scenario.ts';
import type { InMemorySubgraph } from './in-memory-subgraph.ts';

/** Serves the subgraphs, each on a free loopback port. */
export async function openInMemory(subgraphs: readonly InMemorySubgraph[]): Promise<OpenScenario> {
  const served = await Promise.all(subgraphs.map(serve));
  return {
    subgraphs: served.map(({ subgraph }) => subgraph),
    close: async () => void (await Promise.all(served.map(({ close }) => close()))),
  };
}

async function serve(
  subgraph: InMemorySubgraph,
): Promise<{ readonly subgraph: OriginSubgraph; readonly close: () => Promise<void> }> {
  const schema = executableSchema(subgraph);
  const rootValue = { ...subgraph.root, _entities: entitiesField(subgraph) };
  const server = createServer((request, response) => {
    void answer(request, schema, rootValue).then((body) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { name } = subgraph;
  return {
    subgraph: { name, schema: subgraph.schema, url: `http://127.0.0.1:${port}/graphql` },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The schema with what federation adds to a subgraph's Query. Federation's directives mean nothing here. */
function executableSchema({ schema, entities }: InMemorySubgraph): GraphQLSchema {
  const options = { assumeValid: true, assumeValidSDL: true };
  const base = buildASTSchema(parse(schema), options);
  if (entities.length === 0) return base;
  const additions = `
    scalar _Any
    union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return extendSchema(base, parse(additions), options);
}

function entitiesField({ find }: InMemorySubgraph): (arguments_: EntitiesArguments) => readonly unknown[] {
  return ({ representations }) => representations.map((representation) => find(representation));
}

interface EntitiesArguments {
  readonly representations: readonly Readonly<Record<string, unknown>>[];
}

interface GraphQLBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

async function answer(request: IncomingMessage, schema: GraphQLSchema, rootValue: unknown): Promise<string> {
  const { query, variables, operationName } = JSON.parse(await text(request)) as GraphQLBody;
  return JSON.stringify(
    await graphql({
      schema,
      source: query,
      rootValue,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
    }),
  );
}
