import { createServer, type RequestListener } from 'node:http';
import {
  serveSubgraph,
  type Database,
  type GatewayTrust,
  type RunningSubgraph,
  type Subgraph,
} from '@resident-graph/subgraph-kit';
import { createLog } from '@resident-graph/subgraph-kit';

/** One agency's subgraph that a test can stop, replace and heal. */
export interface AgencyUnderTest {
  readonly url: string;
  readonly database: Database;
  /** Nothing answers on its port any more. */
  readonly stop: () => Promise<void>;
  /** Puts this server in its place: one that hangs, or answers nonsense. */
  readonly replaceBy: (listener: RequestListener) => Promise<void>;
  /** The agency answers as before. */
  readonly heal: () => Promise<void>;
  /** Ends it for good, with its database. */
  readonly close: () => Promise<void>;
}

type Closer = () => Promise<void>;

/**
 * Serves the subgraph on a port that stays its own through stops and replacements.
 *
 * @param gateway - the one gateway that it answers; without it, whoever asks
 */
export async function openAgency(
  subgraph: Subgraph,
  database: Database,
  port: number,
  gateway?: GatewayTrust,
): Promise<AgencyUnderTest> {
  const serve = async (): Promise<Closer> => {
    const running: RunningSubgraph = await serveSubgraph(subgraph, {
      database,
      port,
      log: createLog('silent'),
      ...(gateway ? { gateway } : { allowUnsigned: true }),
    });
    return () => running.close();
  };
  let current: Closer = await serve();
  const become = async (next: () => Promise<Closer>): Promise<void> => {
    await current();
    current = await next();
  };
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    database,
    stop: () => become(async () => async () => {}),
    replaceBy: (listener) => become(() => listenOn(port, listener)),
    heal: () => become(serve),
    close: async () => {
      await current();
      await database.destroy();
    },
  };
}

async function listenOn(port: number, listener: RequestListener): Promise<Closer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
