import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('register-digest.ts', import.meta.url));

/** What another process found. */
export interface OtherProcess {
  /** The number that it was given for the digest. */
  readonly number: number;
  readonly epoch: number;
}

/** Opens the database in a process of its own, registers a digest there and ends. */
export async function registerElsewhere(database: string, digest: string): Promise<OtherProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', script, database, digest],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The other process ended with ${code}.`);
  return JSON.parse(output) as OtherProcess;
}
