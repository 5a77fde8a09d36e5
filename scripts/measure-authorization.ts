/** `npm run measure:authorization`: what signing, verifying and the agency's own rules cost, in one process. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineSubgraph, openDatabase, residentReference } from '@resident-graph/subgraph-kit';
import type { LinkedResident } from '@resident-graph/subgraph-kit';
import {
  createRequestSigner,
  readAgencySecrets,
  readSigningKeys,
} from '../gateway/src/authorization/index.ts';
import type { DisclosureContext } from '../gateway/src/authorization/guarding/index.ts';
import { Disclosure, openTrust } from '../subgraphs/kit/src/authorization/index.ts';
import { executeRequest } from '../subgraphs/kit/src/subgraph/index.ts';
import type { Disclosed } from '../subgraphs/kit/src/subgraph/index.ts';
import { openGatewayTrust } from './demo/index.ts';

const agency = 'clinic';
const target = { name: agency, url: 'http://127.0.0.1:4199/graphql' };
const now = (): Date => new Date();

/** Ten fields of a visit, which has a label of its own, so that a rule stands at each. */
const visitFields = Array.from({ length: 10 }, (_, index) => `f${index}`);
const subgraph = defineSubgraph<object>({
  name: agency,
  schema: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy"])
    type Query { clinics: [String!] @policy(policies: [["clinic"]]) }
    type Resident @key(fields: "id") { id: ID! visit: Visit @policy(policies: [["clinic"]]) }
    type Visit @policy(policies: [["visit"]]) { ${visitFields.map((name) => `${name}: String`).join(' ')} }`,
  migrations: [],
  loaders: () => ({}),
  resolvers: {
    Query: { clinics: () => [] },
    Resident: {
      ...residentReference,
      __resolveReference: (reference: LinkedResident) => reference,
      visit: () => Object.fromEntries(visitFields.map((name) => [name, name])),
    },
  },
});

const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id visit { ${visitFields.join(' ')} } } } }`;

/** A requester for whom nothing depends on the resident. */
const caller = {
  subject: 's',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'm',
  purposesOfUse: null,
  residentId: null,
  trainings: [],
  assuranceLevel: 2,
};
const permit = { kind: 'permit', agreements: [], citations: [], obligations: [], transforms: [] } as const;
const table: DisclosureContext['table'] = {
  digest: 'd',
  caller,
  purposeOfUse: 'TREAT',
  permitted: new Set(['clinic']),
  undetermined: new Set(),
  ofField: () => permit,
  ofArgument: () => null,
  ofCategory: () => permit,
  forResident: () => ({ ofField: () => permit, ofCategory: () => permit }),
};
const context: DisclosureContext = {
  caller,
  purposeOfUse: 'TREAT',
  table,
  epoch: 1,
  asked: null,
  decidedCategories: ['clinic'],
};

const folder = await mkdtemp(join(tmpdir(), 'measure-'));
try {
  await measureTrust();
  for (const residents of [100, 1000]) {
    // In turns, as each would disturb the other's figures.
    // oxlint-disable-next-line no-await-in-loop
    await measureRules(residents);
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measureTrust(): Promise<void> {
  const files = await openGatewayTrust(folder, [agency]);
  const keys = await readSigningKeys(files.keyFile);
  const secrets = await readAgencySecrets({ secretsFile: files.secretsFile, secrets: [] });
  const body = JSON.stringify({ query, variables: { r: [{ __typename: 'Resident', id: 'r' }] } });
  const trust = await openTrust(agency, {
    keys: files.publicKeysFile,
    secrets: [(await readFile(files.secretFileOf(agency), 'utf8')).trim()],
  });
  for (const algorithm of ['hmac-sha256', 'ed25519'] as const) {
    const signer = createRequestSigner({ keys, secrets, algorithm, categoriesOf: () => ['clinic'], now });
    const request = { agency, query, variables: {}, operationName: null, requestId: 'r', context };
    const signed = { ...request, signal: new AbortController().signal };
    report(`sign, ${algorithm}`, await each(20_000, () => signer.headersFor(signed, target, body)));
    if (algorithm === 'ed25519') continue;
    const made = Array.from({ length: 20_000 }, () => signer.headersFor(signed, target, body));
    const arrived = { host: '127.0.0.1:4199', path: '/graphql' };
    let index = 0;
    const verify = async (): Promise<unknown> =>
      trust.verify({ method: 'POST', headers: made[index++] ?? {}, body }, arrived);
    report(`verify, ${algorithm}`, await each(20_000, verify));
  }
}

async function measureRules(residents: number): Promise<void> {
  const database = openDatabase('sqlite::memory:');
  const ids = Array.from({ length: residents }, (_, index) => `r${index}`);
  const variables = { r: ids.map((id) => ({ __typename: 'Resident', id })) };
  const both = ['clinic', 'visit'];
  const kinds: Readonly<Record<string, () => Disclosed>> = {
    'without rules': () => 'everything',
    'permitted by the token': () => disclosure({ permitted: both }),
    'decided with the request': () => disclosure({ undetermined: both, decided: both }),
    'asked of the gateway': () => disclosure({ undetermined: both }),
    withheld: () => disclosure({ permitted: ['clinic'] }),
  };
  let without = 0;
  for (const [name, disclosed] of Object.entries(kinds)) {
    const run = async (): Promise<unknown> =>
      executeRequest(subgraph, database, { query, variables }, disclosed());
    // oxlint-disable-next-line no-await-in-loop
    const microseconds = await each(Math.ceil(20_000 / residents), run);
    without ||= microseconds;
    report(`${residents} residents, ${name}`, microseconds, microseconds / without);
  }
  await database.destroy();
}

interface Decided {
  readonly permitted?: readonly string[];
  readonly undetermined?: readonly string[];
  readonly decided?: readonly string[];
}

function disclosure({ permitted = [], undetermined = [], decided = [] }: Decided): Disclosure {
  const requester = { subject: 's', agency: 'a', roles: [], application: 'm', purposeOfUse: null };
  const grant = {
    requester,
    epoch: 1,
    permitted: new Set(permitted),
    undetermined: new Set(undetermined),
    concealed: new Set<string>(),
    endsAt: Infinity,
    token: randomBytes(8).toString('hex'),
  };
  return new Disclosure({ grant, decided: new Set(decided) }, async ({ categories, residents }) => ({
    permitted: Object.fromEntries(categories.map((category) => [category, residents])),
    concealed: {},
  }));
}

/** Microseconds of processor time of one, the median of five runs after one to warm up. */
async function each(times: number, run: () => unknown): Promise<number> {
  const figures: number[] = [];
  const perRun = Math.ceil(times / 6);
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const begun = process.cpuUsage();
    // oxlint-disable-next-line no-await-in-loop
    for (let index = 0; index < perRun; index += 1) await run();
    const { user, system } = process.cpuUsage(begun);
    if (attempt > 0) figures.push((user + system) / perRun);
  }
  return figures.toSorted((left, right) => left - right)[2] ?? 0;
}

function report(what: string, microseconds: number, ratio?: number): void {
  const compared = ratio === undefined ? '' : `   ${ratio.toFixed(2)} times`;
  process.stdout.write(`${what.padEnd(46)} ${microseconds.toFixed(1).padStart(10)} µs${compared}\n`);
}
