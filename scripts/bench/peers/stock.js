/** @apollo/gateway in @apollo/server. Arguments: the port, the supergraph's file, and `undici` for another client. */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Agent, request } from 'undici';

const [port, supergraphFile, client] = process.argv.slice(2);
const agent = new Agent({ connections: 32 });
const overUndici = {
  buildService: ({ url }) => new RemoteGraphQLDataSource({ url, fetcher: fetchByUndici }),
};

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraphFile, 'utf8'),
  ...(client === 'undici' && overUndici),
});
const server = new ApolloServer({ gateway, introspection: false });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });

/** As much of fetch as the gateway uses. */
async function fetchByUndici(url, { method, headers, body }) {
  const answer = await request(url, { method, headers, body, dispatcher: agent });
  return {
    ok: answer.statusCode < 300,
    status: answer.statusCode,
    headers: new Headers(answer.headers),
    json: () => answer.body.json(),
    text: () => answer.body.text(),
  };
}
