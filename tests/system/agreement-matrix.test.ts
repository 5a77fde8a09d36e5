import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLog, serveSubgraph, openDatabase } from '@resident-graph/subgraph-kit';
import type { Database, RunningSubgraph } from '@resident-graph/subgraph-kit';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import {
  compilePolicy,
  compileRequirements,
  createDecideForResidents,
  createDecisionEndpoint,
  createRequestSigner,
  readAgencySecrets,
  readAgreements,
  readCategories,
  readSigningKeys,
  statutes,
  type DecisionTable,
} from '../../gateway/src/authorization/index.ts';
import { purposesOfUse, type Caller, type PurposeOfUse } from '../../gateway/src/authentication/index.ts';
import type { ResidentFacts } from '../../gateway/src/governance/index.ts';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import { freePorts, openGatewayTrust } from '../../scripts/demo/index.ts';
import { agencies, demonstrationAgencies, seed, type AgencyName } from '../../scripts/seeding/index.ts';
import { wholeQuery } from '../../subgraphs/kit/src/testing/whole-query.ts';

const agreementsFolder = new URL('../../gateway/agreements', import.meta.url).pathname;
const { residentId } = showcaseResident(generateHouseholds({ seed: 1, residents: 1 }));
const now = (): Date => new Date();
const consentKinds = [
  'general',
  'treatment-payment-operations',
  'specific',
  'notes',
  'victim-services',
] as const;
const relationshipKinds = [
  'caseload',
  'treating',
  'placement',
  'household',
  'guardian',
  'supervision',
] as const;

const roles: Readonly<Record<string, readonly string[]>> = {
  housing: ['housing-caseworker', 'coordinated-entry-assessor', 'privacy-officer'],
  benefits: [
    'snap-eligibility-worker',
    'tanf-caseworker',
    'medicaid-eligibility-worker',
    'child-care-worker',
  ],
  'behavioral-health': ['sud-counselor', 'mental-health-clinician'],
  justice: ['probation-officer', 'court-clerk', 'reentry-planner', 'corrections-officer'],
  residents: ['resident', 'index-registrar'],
  'emergency-medical-services': ['emergency-physician', 'emergency-medical-technician'],
  'child-welfare': ['child-welfare-caseworker'],
  'legal-aid': ['attorney'],
  'research-institute': ['researcher'],
};

function callerOf(agency: string, role: string): Caller {
  const trainings = ['chri-awareness', 'part-2-confidentiality', 'hmis-privacy'];
  const isResident = role === 'resident';
  return {
    subject: `${role}-1`,
    agency,
    roles: [role],
    application: 'matrix',
    purposesOfUse: null,
    residentId: isResident ? residentId : null,
    trainings,
    assuranceLevel: 3,
  };
}

/** What may be on file about the resident, from nothing to everything. */
function factsFor({ agency, subject }: Caller, categories: readonly string[]): readonly ResidentFacts[] {
  const since = { residentId, validFrom: new Date('2020-01-01'), validUntil: null };
  const nothing: ResidentFacts = { residentId, consents: [], relationships: [], breakGlass: null };
  const relationships = relationshipKinds.map((kind) => ({ ...since, id: kind, kind, subject, agency }));
  const consents = agencies.flatMap((discloser) =>
    consentKinds.map((kind) => ({
      ...since,
      id: `${discloser}-${kind}`,
      kind,
      discloser,
      recipientAgencies: [agency],
      recipientSubjects: [subject],
      isGeneralDesignation: false,
      categories,
      purposesOfUse: Object.keys(purposesOfUse),
      revokedAt: null,
    })),
  );
  return [
    nothing,
    { ...nothing, relationships },
    { ...nothing, consents },
    { ...nothing, relationships, consents },
  ];
}

interface Combination {
  readonly table: DecisionTable;
  readonly facts: ResidentFacts;
}

let folder: string;
let desk: Server;
let combinations: ReadonlyMap<string, readonly Combination[]>;
let ask: (agency: AgencyName, combination: Combination, decides: boolean) => Promise<Answer>;
let facts: ResidentFacts;
const opened: { readonly running: RunningSubgraph; readonly database: Database }[] = [];

interface Answer {
  readonly data: Readonly<Record<'_entities', readonly unknown[]>>;
  readonly errors?: readonly {
    readonly path: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matrix-'));
  const url = (agency: string): string => `sqlite:${join(folder, `${agency}.sqlite`)}`;
  const databases = Object.fromEntries(agencies.map((agency) => [agency, url(agency)])) as Record<
    AgencyName,
    string
  >;
  await seed({ seed: 1, residents: 12, databases, truthFile: join(folder, 'truth.csv') });
  const named = await readCategories(join(agreementsFolder, 'categories.yaml'));
  if (named.kind === 'refused') throw new Error(JSON.stringify(named.problems));
  const catalogue = named.categories;
  const read = await readAgreements(agreementsFolder, catalogue);
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  const sdl = await readFile(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8');
  const policy = compilePolicy({
    requirements: compileRequirements(sdl, catalogue),
    catalogue,
    agreements: read.agreements,
    statutes,
    state: { epoch: 1, declarations: [], restrictions: [], isStale: false },
    now,
  });
  const categoriesOf = (agency: string): readonly string[] =>
    catalogue.filter((category) => category.agency === agency).map(({ name }) => name);
  const trust = await openGatewayTrust(folder, agencies);
  const [keys, secrets] = await Promise.all([
    readSigningKeys(trust.keyFile),
    readAgencySecrets({ secretsFile: trust.secretsFile, secrets: [] }),
  ]);
  const decide = createDecideForResidents({
    policy: () => policy,
    facts: { factsOf: async (ids) => new Map(ids.map((id) => [id, { ...facts, residentId: id }])) },
    now,
  });
  const endpoint = createDecisionEndpoint({
    keys,
    secrets,
    categoriesOf,
    decide,
    now,
    log: createLog('silent') as never,
  });
  desk = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const targetUri = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
      const answer = await endpoint.answer({ method: 'POST', targetUri, headers: request.headers, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  const [port = 0] = await freePorts(1);
  await new Promise<void>((resolve) => desk.listen(port, '127.0.0.1', resolve));
  const signer = createRequestSigner({ keys, secrets, algorithm: 'hmac-sha256', categoriesOf, now });
  const urls = new Map<string, string>();
  for (const { subgraph } of demonstrationAgencies) {
    const database = openDatabase(url(subgraph.name));
    const secret = await readFile(trust.secretFileOf(subgraph.name), 'utf8');
    const gateway = {
      keys: trust.publicKeysFile,
      secrets: [secret],
      decisionsUrl: `http://127.0.0.1:${port}/decisions`,
    };
    const running = await serveSubgraph(subgraph, { database, log: createLog('silent'), gateway });
    opened.push({ running, database });
    urls.set(subgraph.name, running.url);
  }
  ask = async (name, { table, facts: onFile }, decides) => {
    facts = onFile;
    const about = table.forResident(onFile);
    const decidedCategories = decides
      ? categoriesOf(name).filter(
          (one) => table.undetermined.has(one) && about.ofCategory(one).kind === 'permit',
        )
      : [];
    const { caller, purposeOfUse } = table;
    const context = { caller, purposeOfUse, table, epoch: policy.epoch, decidedCategories };
    const subgraph = demonstrationAgencies.find((one) => one.subgraph.name === name)?.subgraph;
    const query = subgraph ? wholeQuery(subgraph.schema) : '';
    const variables = { representations: [{ __typename: 'Resident', id: residentId }] };
    const body = JSON.stringify({ query, variables });
    const request = { agency: name, query, variables, operationName: null, requestId: 'r', context };
    const target = { name, url: urls.get(name) ?? '' };
    const headers = signer.headersFor({ ...request, signal: new AbortController().signal }, target, body);
    const response = await fetch(target.url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    return (await response.json()) as Answer;
  };
  const purposes = [null, ...(Object.keys(purposesOfUse) as PurposeOfUse[])];
  const callers = Object.entries(roles).flatMap(([agency, own]) => own.map((role) => callerOf(agency, role)));
  const tables = callers.flatMap((caller) =>
    purposes.map((purpose) => policy.tableFor(caller, purpose, now())),
  );
  const all = catalogue.map(({ name }) => name);
  combinations = new Map(
    agencies.map((agency) => [
      agency,
      different(tables, categoriesOf(agency), (caller) => factsFor(caller, all)),
    ]),
  );
});

afterAll(async () => {
  await Promise.all(opened.map(async ({ running, database }) => (await running.close(), database.destroy())));
  desk.close();
  desk.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

/** Of all callers, purposes and facts those that the gateway decides differently about an agency's categories. */
function different(
  tables: readonly DecisionTable[],
  categories: readonly string[],
  factsOf: (caller: Caller) => readonly ResidentFacts[],
): readonly Combination[] {
  const found = new Map<string, Combination>();
  for (const table of tables) {
    for (const onFile of factsOf(table.caller)) {
      const about = table.forResident(onFile);
      const kinds = categories.map((category) => {
        const [first, then] = [table.ofCategory(category), about.ofCategory(category)];
        return `${first.kind} ${then.kind} ${then.kind === 'deny' && then.isConcealed}`;
      });
      const key = kinds.join();
      if (!found.has(key)) found.set(key, { table, facts: onFile });
    }
  }
  return [...found.values()];
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Every field that the agency was reached at and answered otherwise than the gateway decided. */
function disagreements(
  agency: AgencyName,
  { data, errors = [] }: Answer,
  { table, facts: onFile }: Combination,
): string[] {
  const about = table.forResident(onFile);
  const withheld = new Set(errors.map(({ path }) => path.join('.')));
  const schema = demonstrationAgencies.find(({ subgraph }) => subgraph.name === agency)?.subgraph.schema;
  const found: string[] = [];
  const visit = (value: unknown, type: GraphQLObjectType, path: string): void => {
    if (Array.isArray(value)) return value.forEach((one, index) => visit(one, type, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [name, below] of Object.entries(value)) {
      const field = type.getFields()[name];
      if (field === undefined) continue;
      const decision = about.ofField(`${type.name}.${name}`);
      const isWithheld = withheld.has(`${path}.${name}`);
      const expected = decision.kind === 'deny' && !decision.isConcealed;
      if (isWithheld !== expected || (decision.kind === 'deny' && below !== null)) {
        found.push(`${type.name}.${name}: ${decision.kind}, agency ${isWithheld ? 'withholds' : 'shows'}`);
      }
      const next = getNamedType(field.type);
      if (isObjectType(next) && next.name !== 'Resident') visit(below, next, `${path}.${name}`);
    }
    return undefined;
  };
  const resident = schema?.getType('Resident');
  if (isObjectType(resident)) visit(data['_entities'][0], resident, '_entities.0');
  return [...new Set(found)];
}

describe.each(agencies)('the gateway and the agency %s', (agency) => {
  test.each([
    ['from what the gateway says with the request', true],
    ['from what the gateway answers when asked', false],
  ])('agree on every field for every caller, purpose and fact, %s', async (_what, decides) => {
    const all = combinations.get(agency) ?? [];
    expect(all.length).toBeGreaterThan(2);
    for (const combination of all) {
      // One after the other: the facts on file are those of one combination.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await ask(agency, combination, decides);
      expect(disagreements(agency, answer, combination)).toEqual([]);
    }
  });
});
