import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from './choose-ports.ts';
import { startDemonstration } from './demonstration.ts';
import { showcaseResidentId } from './showcase.ts';

/** A demonstration that runs. */
export interface OwnDemonstration {
  /** Where people sign in. */
  readonly url: string;
  /** Of whom every agency knows something. */
  readonly residentId: string;
}

const seed = 1;

/** Does work with a demonstration of its own, on free ports and with data that go with it. */
export async function withDemonstration(
  report: (line: string) => void,
  work: (demonstration: OwnDemonstration) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-demonstration-'));
  try {
    const ports = await choosePorts(0);
    const demonstration = await startDemonstration({
      folder,
      port: ports.gateway,
      identityProviderPort: ports.identityProvider,
      agencyPorts: ports.agencies,
      residents: 400,
      seed,
      report,
    });
    try {
      await work({ url: demonstration.signInUrl, residentId: showcaseResidentId(seed) });
    } finally {
      await demonstration.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
