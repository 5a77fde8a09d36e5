import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';

import { peerFile } from './peer-file.ts';

/**
 * Installs the packages that we are compared with, where they aren't installed already.
 *
 * @returns null, or why they can't be installed
 */
export async function installPeers(): Promise<string | null> {
  if (isInstalled()) return null;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  // What npm prints is for people; standard output is for the figures.
  const child = spawn('npm', words, {
    cwd: peerFile('.'),
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? null : 'npm could not install the packages in scripts/bench/peers.';
}

/** npm leaves a copy of the lockfile behind when it is done. */
function isInstalled(): boolean {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(changedAt);
  return wanted !== undefined && installed !== undefined && installed >= wanted;
}

function changedAt(name: string): number | undefined {
  return statSync(peerFile(name), { throwIfNoEntry: false })?.mtimeMs;
}
