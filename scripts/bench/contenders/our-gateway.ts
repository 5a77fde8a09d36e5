import { join } from 'node:path';

import type { Stage } from '../stage/index.ts';
import { composeSupergraph } from '../stage/index.ts';
import type { RunningContender } from './contender.ts';
import { startServer } from './start-server.ts';

/** Starts our gateway by its command line, with a checked token and everything else that a request passes. */
export async function startOurGateway(
  stage: Stage,
  name: string,
  more: readonly string[] = [],
): Promise<RunningContender> {
  const { gatewayCommand, supergraphFile, issuer, folder } = stage;
  const flags = {
    '--supergraph': await composeSupergraph(
      gatewayCommand,
      supergraphFile,
      join(folder, `${name}.supergraph.graphql`),
    ),
    '--watch': 'false',
    '--issuer': issuer.issuer,
    '--audience': issuer.audience,
    '--jwks-file': issuer.keysFile,
    '--log-level': 'silent',
    '--enforce-authorization': 'false',
  };
  const command = (port: number): readonly string[] => [
    ...gatewayCommand,
    'serve',
    ...Object.entries(flags).flat(),
    '--port',
    String(port),
    ...more,
  ];
  // As the command's help advises.
  const memory = '--max-semi-space-size=4';
  // Nothing is served in production without a policy, and most of the contenders know none.
  const environment = { NODE_ENV: 'development', NODE_OPTIONS: memory };
  return startServer(stage, { name, command, environment });
}
