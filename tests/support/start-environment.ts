import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGateway, loadConfig, type Config, type GatewayParts } from '@resident-graph/gateway';
import { behavioralHealth } from '@resident-graph/behavioral-health-subgraph';
import { benefits } from '@resident-graph/benefits-subgraph';
import { housing } from '@resident-graph/housing-subgraph';
import { justice } from '@resident-graph/justice-subgraph';
import { residents } from '@resident-graph/residents-subgraph';
import { openDatabase, type Database, type GatewayTrust, type Subgraph } from '@resident-graph/subgraph-kit';
import { stringify } from 'yaml';
import {
  freePorts,
  openGatewayTrust,
  openIssuer,
  type DemonstrationIssuer,
  type GatewayTrustFiles,
} from '../../scripts/demo/index.ts';
import { agencies, seed, type AgencyName } from '../../scripts/seeding/index.ts';
import { openAgency, type AgencyUnderTest } from './open-agency.ts';

/** What a GraphQL endpoint answers. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly agency?: string };
  }[];
}

/** The whole product in one process: five agencies over SQLite, and a gateway over them. */
export interface Environment {
  readonly url: string;
  readonly token: string;
  readonly issuer: DemonstrationIssuer;
  readonly supergraphFile: string;
  readonly agencies: ReadonlyMap<AgencyName, AgencyUnderTest>;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface EnvironmentOptions {
  readonly residents: number;
  readonly seed?: number;
  /** Changes of the gateway's configuration, by key. */
  readonly flags?: Readonly<Record<string, string>>;
  /** In place of the gateway's own parts. */
  readonly parts?: GatewayParts;
  /** Where an agency's schema is, in place of its own file. */
  readonly schemaFiles?: Partial<Record<AgencyName, string>>;
  /** Puts something before an agency, and gives the address under which the gateway finds it. */
  readonly before?: (agency: AgencyName, url: string) => Promise<string>;
}

const subgraphs: Readonly<Record<AgencyName, Subgraph>> = {
  residents,
  benefits,
  housing,
  'behavioral-health': behavioralHealth,
  justice,
};

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Seeds, starts and joins everything on free loopback ports and in a folder of its own. Where authorization is
 * enforced, agencies answer the gateway alone, which signs what it asks.
 */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-'));
  const databases = await seedDatabases(folder, options);
  const [port = 0, ...ports] = await freePorts(agencies.length + 1);
  const isSigned = options.flags?.['authorization.enforce'] === 'true';
  const trust = isSigned ? await openGatewayTrust(folder, agencies) : null;
  const decisionsUrl = `http://127.0.0.1:${port}/decisions`;
  const trustOf = async (agency: AgencyName) => (trust ? trustIn(trust, agency, decisionsUrl) : undefined);
  const opened = await openAgencies(databases, ports, trustOf);
  const supergraphFile = join(folder, 'supergraph.yaml');
  const urls = await addresses(opened, options.before ?? (async (_, address) => address));
  await writeFile(
    supergraphFile,
    stringify(supergraphConfiguration(urls, options.schemaFiles ?? {}, isSigned)),
  );
  const issuer = await openIssuer(folder);
  const signing = trust ? { 'signing.keyFile': trust.keyFile, 'signing.secretsFile': trust.secretsFile } : {};
  const flags = { 'http.port': String(port), ...signing, ...options.flags };
  const config = configuration(supergraphFile, issuer, flags);
  const gateway = createGateway(config, options.parts);
  const url = `${(await gateway.start()).url}/graphql`;
  const token = await issuer.token({ subject: 't', agency: 'housing', roles: [], application: 'tests' });
  const close = async (): Promise<void> => {
    await gateway.stop();
    await Promise.all([...opened.values()].map((agency) => agency.close()));
    await rm(folder, { recursive: true, force: true });
  };
  const ask = (query: string, variables = {}): Promise<Answer> => post(url, token, { query, variables });
  return { url, token, issuer, supergraphFile, agencies: opened, ask, close };
}

async function seedDatabases(
  folder: string,
  options: EnvironmentOptions,
): Promise<Record<AgencyName, string>> {
  const databases = Object.fromEntries(
    agencies.map((agency) => [agency, `sqlite:${join(folder, `${agency}.sqlite`)}`]),
  ) as Record<AgencyName, string>;
  await seed({
    seed: options.seed ?? 1,
    residents: options.residents,
    databases,
    truthFile: join(folder, 'truth.csv'),
  });
  return databases;
}

/** How an agency knows the gateway of the environment. */
async function trustIn(
  { publicKeysFile, secretFileOf }: GatewayTrustFiles,
  agency: AgencyName,
  decisionsUrl: string,
): Promise<GatewayTrust> {
  return {
    keys: publicKeysFile,
    secrets: [await readFile(secretFileOf(agency), 'utf8')],
    decisionsUrl,
  };
}

async function openAgencies(
  databases: Record<AgencyName, string>,
  ports: readonly number[],
  trustOf: (agency: AgencyName) => Promise<GatewayTrust | undefined>,
): Promise<ReadonlyMap<AgencyName, AgencyUnderTest>> {
  const opened = agencies.map(async (agency, index) => {
    const database: Database = openDatabase(databases[agency]);
    const trust = await trustOf(agency);
    return [agency, await openAgency(subgraphs[agency], database, ports[index] ?? 0, trust)] as const;
  });
  return new Map(await Promise.all(opened));
}

async function addresses(
  opened: ReadonlyMap<AgencyName, AgencyUnderTest>,
  before: NonNullable<EnvironmentOptions['before']>,
): Promise<ReadonlyMap<AgencyName, string>> {
  const found = [...opened].map(async ([name, { url }]) => [name, await before(name, url)] as const);
  return new Map(await Promise.all(found));
}

function supergraphConfiguration(
  urls: ReadonlyMap<AgencyName, string>,
  schemaFiles: Partial<Record<AgencyName, string>>,
  isGoverned: boolean,
): unknown {
  const entries = [...urls].map(([name, url]) => {
    const file = schemaFiles[name] ?? join(repository, 'subgraphs', name, 'schema.graphql');
    return [name, { routing_url: url, schema: { file } }];
  });
  const listed = Object.fromEntries(entries);
  return {
    federation_version: '=2.14.4',
    subgraphs: isGoverned ? { ...listed, governance, ledger } : listed,
  };
}

/** The gateway's own subgraphs: without a policy they have nobody to answer. */
const governance = {
  routing_url: 'in-process:governance',
  schema: { file: join(repository, 'gateway', 'src', 'governance', 'schema.graphql') },
};

const ledger = {
  routing_url: 'in-process:ledger',
  schema: { file: join(repository, 'gateway', 'src', 'ledger', 'schema.graphql') },
};

function configuration(
  supergraphFile: string,
  issuer: { readonly issuer: string; readonly audience: string; readonly keysFile: string },
  flags: Readonly<Record<string, string>>,
): Config {
  const decision = loadConfig({
    flags: {
      'http.port': '0',
      'authentication.issuer': issuer.issuer,
      'authentication.audience': issuer.audience,
      'authentication.jwksFile': issuer.keysFile,
      'supergraph.file': supergraphFile,
      // Tests of authorization turn it on; the others ask what is joined, not what is shown to whom.
      'authorization.enforce': 'false',
      'logging.level': 'silent',
      // The agencies, the clients and the gateway share one thread here, and its delay says nothing of the gateway.
      'http.maximumDelayMilliseconds': '60000',
      ...flags,
    },
  });
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.problems));
  return decision.config;
}

/** Sends one GraphQL request as a client would. */
export async function post(url: string, token: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}
