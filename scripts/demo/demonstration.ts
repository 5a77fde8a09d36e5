import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JSONWebKeySet } from 'jose';
import { stringify } from 'yaml';
import { openGovernance } from '../../gateway/src/governance/index.ts';
import { buildClientView, trustedDocumentsFile } from '../build-client-view/index.ts';
import { buildExplorer } from '../build-explorer/index.ts';
import { agencies, at, makeFolder, occupy, seed, type AgencyName } from '../seeding/index.ts';
import { openFeedTrust, type FeedTrustFiles } from './feed-trust.ts';
import { openGatewayTrust, type GatewayTrustFiles } from './gateway-trust.ts';
import { seedDemonstrationFacts } from './facts-of-population.ts';
import { openClientKey } from './client-key.ts';
import { startIdentityProvider } from './identity-provider/index.ts';
import { openIssuer, type DemonstrationIssuer } from './issuer.ts';
import { demonstrationAccounts, exampleApplication } from './accounts.ts';
import { showcaseResidentId } from './showcase.ts';
import { factsOfSixCallers } from './six-callers.ts';
import { startService, type Service } from './service.ts';
import { startWitnesses, type DemonstrationWitnesses } from './witnesses.ts';

/** Where and how large the demonstration is. */
export interface DemonstrationOptions {
  /** Folder of its databases, keys and logs; made where it does not exist. */
  readonly folder: string;
  /** Port of the gateway. */
  readonly port: number;
  readonly identityProviderPort: number;
  /** Port of each agency's subgraph. */
  readonly agencyPorts: Readonly<Record<AgencyName, number>>;
  readonly residents: number;
  readonly seed: number;
  /** Told what happens, a line each. */
  readonly report: (line: string) => void;
}

/** The running demonstration: five agencies and the gateway, a process each. */
export interface Demonstration {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Where people sign in by a browser. */
  readonly signInUrl: string;
  readonly issuer: DemonstrationIssuer;
  readonly agencies: readonly Service[];
  readonly gateway: Service;
  /** Drains the gateway first, then the agencies. */
  readonly stop: () => Promise<void>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes and fills the agencies' databases where that has not been done, then starts everything.
 *
 * @throws Error that names the service that did not start, or the database that is of another seed.
 */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const folder = resolve(options.folder);
  const release = await occupyFolder(folder);
  const running: Service[] = [];
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await running.at(agencies.length)?.stop();
    await Promise.all(running.map((service) => service.stop()));
    await Promise.all(closers.map((close) => close()));
    await release();
  };
  try {
    await buildClientView();
    await buildExplorer();
    await fillDatabases(folder, options);
    await fillGovernance(folder, options);
    const people = await startPeople(folder, options);
    closers.push(people.close);
    const keys = join(folder, 'keys');
    const trust: Trust = {
      ...(await openGatewayTrust(keys, agencies)),
      feeds: await openFeedTrust(keys, options.agencyPorts),
    };
    running.push(...(await startAgencies(folder, options, trust)));
    const witnesses = await startWitnesses(folder, options.report);
    closers.push(witnesses.stop);
    running.push(await startGateway(folder, options, people, trust, witnesses));
    const { issuer } = people;
    const origin = originOf(options);
    const url = `${origin}/graphql`;
    const signInUrl = `${origin}/`;
    return {
      url,
      signInUrl,
      issuer,
      agencies: running.slice(0, -1),
      gateway: running.at(-1) as Service,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function originOf({ port }: DemonstrationOptions): string {
  return `http://127.0.0.1:${port}`;
}

/** The identity provider, and how the gateway proves itself to it. */
interface People {
  readonly issuer: DemonstrationIssuer;
  readonly clientKeyFile: string;
  readonly close: () => Promise<void>;
}

/** Starts the identity provider in this process: what it vouches for ends with the demonstration. */
async function startPeople(folder: string, options: DemonstrationOptions): Promise<People> {
  const keys = join(folder, 'keys');
  const port = options.identityProviderPort;
  const issuer = await openIssuer(keys, `http://127.0.0.1:${port}`);
  const [view, application] = await Promise.all([
    openClientKey(keys, 'client-view'),
    openClientKey(keys, exampleApplication.id),
  ]);
  const published = JSON.parse(await readFile(issuer.keysFile, 'utf8')) as JSONWebKeySet;
  const origin = originOf(options);
  const { close } = await startIdentityProvider({
    port,
    audience: issuer.audience,
    keys: { signing: () => issuer.signing, published: () => published },
    accounts: demonstrationAccounts(showcaseResidentId(options.seed)),
    clients: [
      {
        id: 'client-view',
        keys: view.publicKeys,
        redirectUris: [`${origin}/sign-in/callback`],
        signOutUris: [`${origin}/`],
        ownClaims: null,
        scopes: [],
      },
      { ...exampleApplication, keys: application.publicKeys },
    ],
  });
  options.report(`people sign in at port ${port} (this process)`);
  return { issuer, clientKeyFile: view.file, close };
}

/** Takes the folder: two gateways over one supergraph file would send each other's callers astray. */
function occupyFolder(folder: string): Promise<() => Promise<void>> {
  return at(folder, async () => {
    await makeFolder(join(folder, 'logs'));
    return occupy(
      join(folder, 'demonstration.lock'),
      (holder) =>
        `${holder} runs a demonstration in ${folder}. Stop it, or choose another folder with --data.`,
    );
  });
}

async function fillDatabases(folder: string, options: DemonstrationOptions): Promise<void> {
  await seed({
    seed: options.seed,
    residents: options.residents,
    databases: Object.fromEntries(agencies.map((agency) => [agency, databaseUrl(folder, agency)])) as Record<
      AgencyName,
      string
    >,
    truthFile: join(folder, 'truth.csv'),
    report: options.report,
  });
}

/** What binds the demonstration's staff to the residents, and its callers to the one resident of whom they ask. */
async function fillGovernance(folder: string, options: DemonstrationOptions): Promise<void> {
  const governance = await openGovernance({ database: databaseUrl(folder, 'governance'), log: silence });
  try {
    await seedDemonstrationFacts(governance, options);
    await governance.importFacts(factsOfSixCallers(showcaseResidentId(options.seed)));
  } finally {
    await governance.close();
  }
}

const nothing = (): void => {};

const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function databaseUrl(folder: string, agency: AgencyName | 'governance'): string {
  return `sqlite:${join(folder, `${agency}.sqlite`)}`;
}

/** What the processes know each other by. */
interface Trust extends GatewayTrustFiles {
  readonly feeds: FeedTrustFiles;
}

async function startAgencies(
  folder: string,
  options: DemonstrationOptions,
  trust: Trust,
): Promise<readonly Service[]> {
  const started = await Promise.allSettled(
    agencies.map(async (agency) => {
      const service = await startAgency(folder, agency, options, trust);
      options.report(
        `${agency} answers on port ${options.agencyPorts[agency]} (process ${service.processId})`,
      );
      return service;
    }),
  );
  const services = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed === undefined) return services;
  await Promise.all(services.map((service) => service.stop()));
  throw failed.reason;
}

/** Starts one agency's subgraph over the demonstration's database of that agency. */
function startAgency(
  folder: string,
  agency: AgencyName,
  options: DemonstrationOptions,
  trust: Trust,
): Promise<Service> {
  const port = options.agencyPorts[agency];
  return startService({
    name: agency,
    command: [join(repository, 'subgraphs', agency, 'src', 'main.ts'), 'serve'],
    environment: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl(folder, agency),
      NODE_ENV: 'production',
      GATEWAY_KEYS: trust.publicKeysFile,
      GATEWAY_SECRET_FILE: trust.secretFileOf(agency),
      GATEWAY_DECISIONS_URL: `http://127.0.0.1:${options.port}/decisions`,
      REQUEST_LOG: join(folder, 'logs', `${agency}.requests`),
      FEED_PEERS: trust.feeds.peersFileOf(agency),
      IDENTITY_KEY_FILE: trust.feeds.identityKeyFile,
    },
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
    logFile: join(folder, 'logs', `${agency}.log`),
  });
}

async function startGateway(
  folder: string,
  options: DemonstrationOptions,
  people: People,
  trust: Trust,
  witnesses: DemonstrationWitnesses,
): Promise<Service> {
  const supergraphFile = join(folder, 'supergraph.yaml');
  await writeFile(supergraphFile, stringify(supergraphConfiguration(options)));
  const configurationFile = join(folder, 'gateway.yaml');
  await writeFile(
    configurationFile,
    stringify(gatewayConfiguration(options, people, supergraphFile, trust, witnesses)),
  );
  const service = await startService({
    name: 'gateway',
    command: [join(repository, 'gateway', 'src', 'cli', 'main.ts'), 'serve', '--config', configurationFile],
    // Not in the file, because a PORT or HOST that the environment happens to hold would win over it.
    environment: { HOST: '127.0.0.1', PORT: String(options.port) },
    readyUrl: `http://127.0.0.1:${options.port}/health/ready`,
    logFile: join(folder, 'logs', 'gateway.log'),
  });
  options.report(`gateway answers on port ${options.port} (process ${service.processId})`);
  return service;
}

function supergraphConfiguration(options: DemonstrationOptions): unknown {
  const subgraphs = agencies.map((agency) => [
    agency,
    {
      routing_url: `http://127.0.0.1:${options.agencyPorts[agency]}/graphql`,
      schema: { file: join(repository, 'subgraphs', agency, 'schema.graphql') },
    },
  ]);
  const governance = {
    routing_url: 'in-process:governance',
    schema: { file: join(repository, 'gateway', 'src', 'governance', 'schema.graphql') },
  };
  const ledger = {
    routing_url: 'in-process:ledger',
    schema: { file: join(repository, 'gateway', 'src', 'ledger', 'schema.graphql') },
  };
  return {
    federation_version: '=2.14.4',
    subgraphs: { ...Object.fromEntries(subgraphs), governance, ledger },
  };
}

function gatewayConfiguration(
  options: DemonstrationOptions,
  { issuer, clientKeyFile }: People,
  supergraphFile: string,
  { keyFile, secretsFile, feeds }: Trust,
  { logKeyFile, addresses }: DemonstrationWitnesses,
): unknown {
  return {
    authorization: { database: databaseUrl(dirname(supergraphFile), 'governance') },
    signing: { keyFile, secretsFile },
    residentIndex: {
      url: `http://127.0.0.1:${options.agencyPorts.residents}`,
      secretFile: feeds.gatewaySecretFile,
    },
    ledger: {
      directory: join(dirname(supergraphFile), 'ledger'),
      keyFile: logKeyFile,
      witnesses: addresses,
    },
    authentication: {
      issuer: issuer.issuer,
      audience: issuer.audience,
      jwksUrl: `${issuer.issuer}/jwks`,
    },
    signIn: {
      issuer: issuer.issuer,
      clientId: 'client-view',
      clientKeyFile,
      publicUrl: originOf(options),
    },
    operations: { trustedDocuments: trustedDocumentsFile },
    supergraph: { file: supergraphFile },
  };
}
