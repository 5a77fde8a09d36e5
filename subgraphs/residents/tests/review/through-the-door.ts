import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog, serveSubgraph } from '@resident-graph/subgraph-kit';

import { post, signed } from '../../../kit/tests/authorization/gateway-of-the-test.ts';
import { vectors } from '../../../kit/tests/authorization/vectors.ts';
import { residents } from '../../src/index.ts';
import type { TestIndex } from '../master-index/open-index.ts';

/** Whom the gateway vouches for, and what it permits them. */
export interface Vouched {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly permitted: readonly string[];
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly codes: readonly (string | undefined)[];
}

/** The subgraph, served to the gateway alone. */
export interface Door {
  readonly ask: (who: Vouched, query: string, variables?: object) => Promise<Answer>;
  /** The status of a request that the gateway did not sign. */
  readonly unsigned: (query: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

const everything = [
  'resident-link-review',
  'resident-link-history',
  'resident-link-change',
  'resident-link-quality',
  'resident-identity',
];

export const steward = officer('steward-1', 'residents', 'data-steward');
export const secondSteward = officer('steward-2', 'residents', 'privacy-officer');

/** An officer to whom the gateway permits all that this is about. */
export function officer(subject: string, agency: string, role: string): Vouched {
  return { subject, agency, roles: [role], permitted: everything };
}

export async function openDoor({ database }: TestIndex): Promise<Door> {
  const folder = await mkdtemp(join(tmpdir(), 'residents-door-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, JSON.stringify(vectors.publishedKeys));
  const gateway = { keys, secrets: [vectors.secret] };
  const running = await serveSubgraph(residents, { database, log: createLog('silent'), gateway });
  return {
    ask: async ({ subject, agency, roles, permitted }, query, variables = {}) => {
      const claims = { aud: 'residents', sub: subject, agency, roles, permitted, purpose: 'HOPERAT' };
      const sent = { query, variables, claims: { ...claims, undetermined: [], concealed: [] } };
      const { body } = await post(running.url, signed(running.url, sent));
      const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code);
      return { data: (body.data ?? {}) as Answer['data'], codes };
    },
    unsigned: async (query) =>
      (
        await post(running.url, {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
      ).status,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true });
    },
  };
}
