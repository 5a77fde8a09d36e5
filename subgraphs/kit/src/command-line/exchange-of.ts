import { readFeedPeers, readIdentityKey } from '../feeds/index.ts';
import type { FeedExchange } from '../server/index.ts';
import type { CommandLineOptions } from './options.ts';

/**
 * With whom feeds are exchanged, as the command line says it; undefined where it names nobody.
 *
 * @throws ConfigurationError if a file can't be read, or holds something else.
 */
export async function exchangeOf(options: CommandLineOptions): Promise<FeedExchange | undefined> {
  const { feedPeers, identityKeyFile, publicUrl, clockSkew } = options;
  if (feedPeers === undefined) return undefined;
  const identityKey = identityKeyFile === undefined ? null : readIdentityKey(identityKeyFile);
  return { peers: await readFeedPeers(feedPeers), identityKey, publicUrl, clockSkewSeconds: clockSkew };
}
