import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseCheckpointText, parseNote, verifyNote } from '../../gateway/src/ledger/notes/index.ts';
import { isIncluded, leafHash } from '../../gateway/src/ledger/tree/index.ts';
import {
  checkIndex,
  openLedgerLog,
  parseVerifierKey,
  verifierKeyOf,
  verifyLedger,
  type LedgerLog,
} from '../../gateway/src/ledger/index.ts';
import { factsOfSixCallers, sixCallers, showcaseResidentId } from '../../scripts/demo/index.ts';
import {
  startAuthorizedEnvironment,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';
import { engines } from '../support/engines.ts';
import { generateHouseholds } from '../../scripts/population/index.ts';
import { openLedgerReader, type LedgerReader } from '../support/ledger-reader.ts';
import { seededChoice } from '../support/seeded-choice.ts';

/** What an answer shows, by the places in it, and the field that stands at each. */
const places: Readonly<Record<string, string>> = {
  '': 'Query.resident',
  name: 'Resident.name',
  birthDate: 'Resident.birthDate',
  benefits: 'Resident.benefits',
  housing: 'Resident.housing',
  'behavioralHealth.substanceUseTreatment': 'ResidentBehavioralHealth.substanceUseTreatment',
  'justice.bookings': 'ResidentJustice.bookings',
};

const selections = [
  'name { given } benefits { snap { cases(first: 1) { edges { node { status } } } } }',
  'birthDate justice { bookings(first: 1) { edges { node { bookingDate } } } }',
  'name { given } housing { enrollments(first: 1) { edges { node { entryDate } } } }',
  'behavioralHealth { substanceUseTreatment { admissions(first: 1) { edges { node { admissionDate } } } } }',
];

const privacyOfficer = {
  subject: 'privacy-officer-1',
  agency: 'justice',
  roles: ['privacy-officer'],
  application: 'tests',
  assuranceLevel: 2,
};

interface ProvenAnswer {
  readonly disclosuresOfMyAgency: {
    readonly edges: readonly {
      readonly node: {
        readonly sequence: number;
        readonly proof: {
          readonly leafHash: string;
          readonly sequence: number;
          readonly size: number;
          readonly path: readonly string[];
          readonly checkpoint: string;
          readonly verifierKey: string;
        } | null;
      };
    }[];
  };
}

async function entriesFrom(log: LedgerLog, sequence: number): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for await (const { entry } of log.readFrom(sequence)) entries.push(entry);
  return entries;
}

/** One entry of a page, or the truth of it, in words that can be compared. */
interface Entry {
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly permitted: readonly string[];
  readonly denied: readonly string[];
}

describe.each(engines)('the ledger of a gateway with the %s engine', (engine) => {
  const showcase = showcaseResidentId(1);
  let environment: AuthorizedEnvironment;
  let folder: string;
  let log: LedgerLog;
  const broken = { isBroken: false };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-ledger-'));
    environment = await startAuthorizedEnvironment({
      residents: 150,
      flags: { 'execution.engine': engine, 'ledger.directory': folder },
      parts: {
        openLedgerLog: async (options) => {
          log = await openLedgerLog(options);
          const append: LedgerLog['append'] = async (entries) => {
            if (broken.isBroken) throw new Error('The disk is full.');
            return log.append(entries);
          };
          return new Proxy(log, {
            get: (target, name) => {
              const value: unknown = name === 'append' ? append : Reflect.get(target, name);
              return typeof value === 'function' && name !== 'append' ? value.bind(target) : value;
            },
          });
        },
      },
    });
    await environment.importFacts(factsOfSixCallers(showcase));
  });

  afterAll(async () => {
    await environment.close();
    await rm(folder, { recursive: true, force: true });
  });

  const asResident = { ...callerOf('the resident'), purposeOfUse: 'PATRQT' };

  function callerOf(wanted: string) {
    const found = sixCallers(showcase).find(({ name }) => name === wanted);
    if (!found) throw new Error(wanted);
    return found;
  }

  async function pagesOf(): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    let after: string | null = null;
    for (;;) {
      const query = `query($after: String) { resident(id: "${showcase}") { disclosures(first: 7, after: $after, filter: { until: "${new Date(Date.now() + 60_000).toISOString()}" }) {
        pageInfo { hasNextPage endCursor }
        edges { node { subject purposeOfUse outcome decisions { isPermitted categories fields } } }
      } } }`;
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ended
      const answer: AuthorizedAnswer = await environment.ask(asResident, query, { after });
      const page = pageIn(answer);
      found.push(...page.edges.map(({ node }) => entryOf(node)));
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }

  test("shows a resident after a day of traffic what was shown and withheld, and nobody else's", async () => {
    const truth: Entry[] = [];
    const choose = seededChoice(7);
    const everybody = [...generateHouseholds({ seed: 1, residents: 30 })].flatMap(({ members }) => members);
    const others = everybody
      .map(({ residentId }) => residentId)
      .filter((id) => id !== showcase)
      .slice(0, 3);
    for (let index = 0; index < 60; index += 1) {
      const { caller, purposeOfUse } = choose(sixCallers(showcase));
      const asked = choose([showcase, showcase, ...others]);
      const alias = choose(['resident', 'theirs']);
      const selection = choose(selections);
      const query = `{ ${alias}: resident(id: "${asked}") { ${selection} } }`;
      // oxlint-disable-next-line no-await-in-loop -- in their order
      const answer = await environment.ask({ caller, purposeOfUse }, query);
      if (asked === showcase) truth.push(truthOf(caller.subject, purposeOfUse, alias, selection, answer));
    }
    const found = await pagesOf();
    const ofTheDay = found.filter(({ permitted, denied }) => permitted.length + denied.length > 0);
    expect(ofTheDay.toReversed()).toEqual(truth);
  });

  test('verifies, and has an index of which every row is as the log says', async () => {
    await using reader = await openLedgerReader(environment.database);
    await indexed(reader, log);
    expect(await problemsOf(reader, log)).toEqual([]);
    await log.publish();
    const origin = 'resident-graph/ledger/1';
    const key = createPrivateKey(await readFile(join(folder, 'signing-key.pem')));
    const report = await verifyLedger({
      directory: join(folder, '1'),
      logKeys: [verifierKeyOf(origin, key, 'ed25519')],
      witnessKeys: [],
      quorum: 0,
      known: [],
    });
    expect(report.problems).toEqual([]);
    expect(report.records).toBe(log.size);
  });

  test('names a row of the index that was deleted, and one that was altered', async () => {
    await using reader = await openLedgerReader(environment.database);
    const [first, second] = await reader.database('ledger_disclosures').orderBy('sequence').limit(2);
    await reader.database('ledger_disclosures').where({ sequence: first.sequence }).delete();
    await reader.database('ledger_disclosures').where({ sequence: second.sequence }).update({ agency: 'x' });
    const problems = await problemsOf(reader, log);
    await reader.database('ledger_disclosures').where({ sequence: second.sequence }).delete();
    await reader.database('ledger_disclosures').insert([first, second]);
    expect(problems).toMatchObject([
      { kind: 'missing', sequence: first.sequence },
      { kind: 'altered', sequence: second.sequence, columns: ['agency'] },
    ]);
  });

  test('records those of whom everything was withheld, and those who were refused before any agency was asked', async () => {
    const { caller, purposeOfUse } = callerOf('an application without a purpose');
    const query = `{ resident(id: "${showcase}") { name { given } } }`;
    await environment.ask({ caller, purposeOfUse }, query);
    const [latest] = await pagesOf();
    expect(latest?.subject).toBe('application-1');
    expect(latest?.permitted).toEqual([]);
  });

  test('lets nothing leave that it cannot record', async () => {
    broken.isBroken = true;
    const { caller, purposeOfUse } = callerOf('SNAP eligibility worker');
    const asking = { caller, purposeOfUse };
    const answer = await environment.ask(asking, `{ resident(id: "${showcase}") { name { given } } }`);
    broken.isBroken = false;
    expect(answer.status).toBe(503);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['LEDGER_UNAVAILABLE']);
    const healed = await environment.ask(asking, `{ resident(id: "${showcase}") { name { given } } }`);
    expect(healed.status).toBe(200);
  });

  test("tells officers what their agency's data was used for, and others nothing", async () => {
    const query = `{ disclosuresOfMyAgency(first: 200) { edges { node { recipient decisions { providers } } } } }`;
    const answer = await environment.ask({ caller: privacyOfficer, purposeOfUse: 'AUDIT' }, query);
    const edges = (answer.data as { disclosuresOfMyAgency: { edges: readonly OfficerEdge[] } })
      .disclosuresOfMyAgency.edges;
    expect(edges.length).toBeGreaterThan(0);
    const isTheirs = ({ node }: OfficerEdge): boolean =>
      node.recipient === 'justice' || node.decisions.every(({ providers }) => providers.includes('justice'));
    expect(edges.every(isTheirs)).toBe(true);
    const { caller } = callerOf('SNAP eligibility worker');
    const denied = await environment.ask({ caller, purposeOfUse: 'ELIGDTRM' }, query);
    expect(denied.status).toBe(403);
  });

  test('proves to officers that what they read is in the log that was signed, by its key alone', async () => {
    const query = `{ disclosuresOfMyAgency(first: 1) { edges { node { sequence
      proof { leafHash sequence size path checkpoint verifierKey } } } } }`;
    await log.publish();
    const asked = { caller: privacyOfficer, purposeOfUse: 'AUDIT' };
    const { data } = (await environment.ask(asked, query)) as { data: ProvenAnswer };
    const [edge] = data.disclosuresOfMyAgency.edges;
    const { proof, sequence } = edge!.node;
    const kept = parseVerifierKey(await readFile(join(folder, '1', 'verifier-key'), 'utf8'));
    const note = parseNote(proof!.checkpoint);
    expect(note && verifyNote(note, kept)).toBe('valid');
    expect(parseVerifierKey(proof!.verifierKey)).toEqual(kept);
    const head = parseCheckpointText(note?.text ?? '');
    expect(proof).toMatchObject({ sequence, size: head?.size });
    const leaf = Buffer.from(proof!.leafHash, 'hex');
    const path = proof!.path.map((hash) => Buffer.from(hash, 'base64'));
    expect(isIncluded(leaf, sequence, proof!.size, path, head!.root)).toBe(true);
    expect(isIncluded(leaf, sequence + 1, proof!.size, path, head!.root)).toBe(false);
    const [entry] = await entriesFrom(log, sequence);
    expect(leafHash(entry!).equals(leaf)).toBe(true);
  });

  test('records what is done about rules and facts, and what is refused', async () => {
    const { caller, purposeOfUse } = callerOf('the resident');
    const consent = `mutation { recordConsent(input: { residentId: "${showcase}", kind: GENERAL, discloser: "housing", recipientAgencies: ["benefits"], categories: ["housing-enrollment"], purposesOfUse: ["ELIGDTRM"] }) { id } }`;
    const given = await environment.ask({ caller, purposeOfUse }, consent);
    expect(given.errors).toBeUndefined();
    const steward = { ...privacyOfficer, subject: 'steward-1', roles: ['data-steward'] };
    await environment.ask({ caller: steward, purposeOfUse: 'HOPERAT' }, restriction('["no-such"]'));
    const stopped = await environment.ask(
      { caller: steward, purposeOfUse: 'HOPERAT' },
      restriction('["court-record"]'),
    );
    const { id } = (stopped.data as { restrictAgency: { id: string } }).restrictAgency;
    await environment.ask(
      { caller: steward, purposeOfUse: 'HOPERAT' },
      `mutation { liftRestriction(id: "${id}") { id } }`,
    );
    const acts: unknown[] = [];
    for await (const { entry } of log.readFrom(0)) {
      const { type, outcome, code } = JSON.parse(Buffer.from(entry).toString()) as Record<string, unknown>;
      if (!['terms', 'disclosure', 'operation'].includes(String(type))) acts.push([type, outcome, code]);
    }
    expect(acts).toEqual([
      ['agreements-changed', undefined, undefined],
      ['consent-recorded', 'asked', null],
      ['consent-recorded', 'done', null],
      ['agency-restricted', 'asked', null],
      ['agency-restricted', 'refused', 'BAD_USER_INPUT'],
      ['agency-restricted', 'asked', null],
      ['agency-restricted', 'done', null],
      ['restriction-lifted', 'asked', null],
      ['restriction-lifted', 'done', null],
    ]);
  });

  test('holds nothing that says who a resident is but under a key', async () => {
    const entries: string[] = [];
    for await (const { entry } of log.readFrom(0)) entries.push(Buffer.from(entry).toString());
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => entry.includes(showcase) || entry.includes('resident-1'))).toEqual([]);
  });
});

interface OfficerEdge {
  readonly node: {
    readonly recipient: string;
    readonly decisions: readonly { readonly providers: readonly string[] }[];
  };
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: PageNode }[];
}

interface PageNode {
  readonly subject: string | null;
  readonly purposeOfUse: string | null;
  readonly decisions: readonly { readonly isPermitted: boolean; readonly fields: readonly string[] }[];
}

function pageIn(answer: AuthorizedAnswer): Page {
  const { resident } = answer.data as { readonly resident: { readonly disclosures: Page } };
  return resident.disclosures;
}

function entryOf({ subject, purposeOfUse, decisions }: PageNode): Entry {
  const fields = (isPermitted: boolean): readonly string[] =>
    decisions
      .filter((decision) => decision.isPermitted === isPermitted)
      .flatMap((decision) => decision.fields)
      .filter((field) => Object.values(places).includes(field))
      .toSorted();
  return { subject, purpose: purposeOfUse, permitted: fields(true), denied: fields(false) };
}

/** What the client itself was told. */
function truthOf(
  subject: string,
  purpose: string | null,
  alias: string,
  selection: string,
  answer: AuthorizedAnswer,
): Entry {
  const withheld = (answer.errors ?? []).map(({ path = [] }) => path.slice(1).join('.'));
  const isRefused = withheld.includes('');
  const asked = Object.entries(places).filter(([place]) =>
    isRefused ? place === '' : place !== '' && place.split('.').every((name) => selection.includes(name)),
  );
  const isDenied = ([place]: readonly [string, string]): boolean => withheld.includes(place);
  expect(answer.status === 403 || alias in (answer.data as object)).toBe(true);
  return {
    subject,
    purpose,
    permitted: namesOf(asked.filter((entry) => !isDenied(entry))),
    denied: namesOf(asked.filter(isDenied)),
  };
}

async function problemsOf(reader: LedgerReader, ledger: LedgerLog): Promise<readonly unknown[]> {
  const problems: unknown[] = [];
  const { database, keys } = reader;
  for await (const problem of checkIndex({ database, keys, ledger, name: 'resident-graph/ledger/1' })) {
    problems.push(problem);
  }
  return problems;
}

/** Waits until the index has everything of the log. */
async function indexed({ database }: LedgerReader, { size }: LedgerLog): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each look is at what has come since the one before
    const [row] = await database('ledger_progress').select('next_sequence');
    if (Number(row?.next_sequence) >= size) return;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pause(20);
  }
}

function namesOf(entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.map(([, name]) => name).toSorted();
}

function restriction(categories: string): string {
  return `mutation { restrictAgency(input: { categories: ${categories}, reason: "test" }) { id } }`;
}
