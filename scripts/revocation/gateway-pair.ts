import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { stringify } from 'yaml';

import { cores, startProcess, type RunningProcess } from '../bench/machine/index.ts';
import { resident } from '../bench/scenarios/resident/index.ts';
import { freePorts, openIssuer, type DemonstrationCaller, type DemonstrationIssuer } from '../demo/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** An answer of a gateway. */
interface PairAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Who asks, and why. */
export interface PairCaller extends DemonstrationCaller {
  readonly purposeOfUse: string;
}

/** Two gateways in processes of their own over the same agencies, agreements and governance database. */
export interface GatewayPair {
  readonly agreementsFolder: string;
  /** @param gateway - 0 or 1 */
  readonly ask: (gateway: number, caller: PairCaller, query: string) => Promise<PairAnswer>;
  readonly close: () => Promise<void>;
}

/** Starts both, and the agencies behind them. */
export async function openGatewayPair(folder: string): Promise<GatewayPair> {
  const { subgraphs, close: closeAgencies } = await resident.open(folder);
  const agreementsFolder = join(folder, 'agreements');
  await cp(join(repository, 'gateway/agreements'), agreementsFolder, { recursive: true });
  const supergraphFile = await writeSupergraph(folder, subgraphs);
  const issuer = await openIssuer(folder);
  const ports = await freePorts(2);
  const flags = (port: number): readonly string[] =>
    Object.entries({
      '--supergraph': supergraphFile,
      '--port': String(port),
      '--agreements': agreementsFolder,
      '--governance-database': `sqlite:${join(folder, 'governance.sqlite')}`,
      '--issuer': issuer.issuer,
      '--audience': issuer.audience,
      '--jwks-file': issuer.keysFile,
      '--log-level': 'error',
    }).flat();
  const gateways: RunningProcess[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await closeAgencies();
  };
  for (const [index, port] of ports.entries()) {
    // One after the other: the first of them makes the tables.
    // oxlint-disable-next-line no-await-in-loop
    gateways.push(await startGateway(folder, index, port, flags(port)));
  }
  const ask = asker(ports, issuer);
  return { agreementsFolder, ask, close };
}

async function startGateway(
  folder: string,
  index: number,
  port: number,
  flags: readonly string[],
): Promise<RunningProcess> {
  const tsx = import.meta.resolve('tsx');
  const main = join(repository, 'gateway/src/cli/main.ts');
  return startProcess({
    command: [process.execPath, '--conditions=source', '--import', tsx, main, 'serve', ...flags],
    core: index === 0 ? cores.contender : cores.others,
    folder,
    logFile: join(folder, `gateway-${index}.log`),
    whatIsMissing: async () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ status }) => (status === 200 ? null : `status ${status}`),
        String,
      ),
  });
}

async function writeSupergraph(
  folder: string,
  subgraphs: Awaited<ReturnType<typeof resident.open>>['subgraphs'],
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const entries = subgraphs.map(async ({ name, url, schema }) => {
    const file = join(folder, `${name}.graphql`);
    await writeFile(file, schema);
    return [name, { routing_url: url, schema: { file } }] as const;
  });
  const governance = {
    routing_url: 'in-process:governance',
    schema: { file: join(repository, 'gateway/src/governance/schema.graphql') },
  };
  const file = join(folder, 'supergraph.yaml');
  await writeFile(
    file,
    stringify({ subgraphs: { ...Object.fromEntries(await Promise.all(entries)), governance } }),
  );
  return file;
}

function asker(ports: readonly number[], issuer: DemonstrationIssuer): GatewayPair['ask'] {
  const tokens = new Map<string, Promise<string>>();
  const ask: GatewayPair['ask'] = async (gateway, { purposeOfUse, ...caller }, query) => {
    const token = tokens.get(caller.subject) ?? issuer.token(caller);
    tokens.set(caller.subject, token);
    const response = await fetch(`http://127.0.0.1:${ports[gateway] ?? 0}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await token}`,
        'purpose-of-use': purposeOfUse,
      },
      body: JSON.stringify({ query }),
    });
    if (response.status !== 503) return (await response.json()) as PairAnswer;
    // A machine that is busy with other things makes a gateway shed what it is asked.
    await pause(100);
    return ask(gateway, { purposeOfUse, ...caller }, query);
  };
  return ask;
}
