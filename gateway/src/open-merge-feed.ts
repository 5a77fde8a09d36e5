import { readFile } from 'node:fs/promises';

import { agencySecret, createFeedReader } from './authorization/index.ts';
import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { Governance } from './governance/index.ts';
import type { Logger } from './telemetry/index.ts';

/** The resident index's name, as its subgraph and its feeds have it. */
const residentIndex = 'residents';

/**
 * Follows the merges of the resident index, where it is configured, until what it returns is called.
 *
 * @throws Failure SIGNING_KEYS_UNREADABLE, without the secret in it.
 */
export async function openMergeFeed(
  { url, secretFile }: Config['residentIndex'],
  { followMerges }: Governance,
  log: Logger,
): Promise<() => Promise<void>> {
  if (url === undefined || secretFile === undefined) {
    log.info('merges of residents are not followed: no address and secret of the resident index are given');
    return () => Promise.resolve();
  }
  const secrets = await readSecrets(secretFile);
  return followMerges(createFeedReader({ url, audience: residentIndex, feed: 'merges', secrets, now }));
}

const now = (): Date => new Date();

async function readSecrets(file: string) {
  try {
    const texts = (await readFile(file, 'utf8')).split(/\s+/).filter((text) => text !== '');
    if (texts.length === 0) throw new TypeError('The file is empty.');
    return texts.map(agencySecret);
  } catch (cause) {
    throw failure('SIGNING_KEYS_UNREADABLE', { place: file, cause });
  }
}
