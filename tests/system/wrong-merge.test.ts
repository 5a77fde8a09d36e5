import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openGovernance } from '../../gateway/src/governance/index.ts';
import {
  choosePorts,
  showcaseResidentId,
  startDemonstration,
  type Demonstration,
  type DemonstrationCaller,
} from '../../scripts/demo/index.ts';
import { generateHouseholds, type Person } from '../../scripts/population/index.ts';

const seed = 1;
const residents = 150;
const application = 'tests';

/** The promise: what the index decides is what every agency answers by, this much later at most. */
const mostSeconds = 2;

const steward: DemonstrationCaller = {
  subject: 'steward-1',
  agency: 'residents',
  roles: ['data-steward'],
  application,
  assuranceLevel: 2,
};

const caseworker: DemonstrationCaller = {
  subject: 'caseworker-of-the-second',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application,
  trainings: ['hmis-privacy'],
  assuranceLevel: 2,
};

/** One list of records of each agency, by their keys. */
const recordsQuery = `query Records($id: ID!) {
  resident(id: $id) {
    id
    status
    benefits { snap { cases(first: 50) { edges { node { caseNumber } } } } }
    housing { clients { personalId lastName } }
    behavioralHealth { substanceUseTreatment { admissions(first: 50) { edges { node { id } } } } }
    justice { bookings(first: 50) { edges { node { id } } } }
  }
}`;

const disclosuresQuery = `query Disclosures($id: ID!) {
  resident(id: $id) { disclosures(first: 50) { edges { node { subject recordedAt resident { id } } } } }
}`;

const mergeMutation = `mutation Merge($input: MergeResidentsInput!) {
  mergeResidents(input: $input) { sequence refusal resident { id } }
}`;

const undoMutation = `mutation Undo($input: UndoIdentityEventInput!) {
  undoIdentityEvent(input: $input) { sequence refusal }
}`;

type Agency = 'benefits' | 'housing' | 'behavioral-health' | 'justice';
type Records = Readonly<Record<Agency, readonly string[]>>;

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

interface RecordsAnswer {
  readonly resident: {
    readonly id: string;
    readonly benefits: { readonly snap: { readonly cases: Edges<{ caseNumber: string }> } | null } | null;
    readonly housing: {
      readonly clients: readonly { readonly personalId: string; readonly lastName: string }[] | null;
    } | null;
    readonly behavioralHealth: {
      readonly substanceUseTreatment: { readonly admissions: Edges<{ id: string }> } | null;
    } | null;
    readonly justice: { readonly bookings: Edges<{ id: string }> | null } | null;
  } | null;
}

interface Disclosure {
  readonly subject: string | null;
  readonly resident: { readonly id: string };
}

describe('a wrong merge in the demonstration', () => {
  const first = showcaseResidentId(seed);
  const second = knownToMostAgencies().residentId;
  let folder: string;
  let ports: Awaited<ReturnType<typeof choosePorts>>;
  let demonstration: Demonstration;
  let before: { readonly first: Records; readonly second: Records };
  let merge: number;
  const seconds: Record<string, number> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-wrong-merge-'));
    ports = await choosePorts(0);
    demonstration = await startDemonstration({
      folder,
      port: ports.gateway,
      identityProviderPort: ports.identityProvider,
      agencyPorts: ports.agencies,
      residents,
      seed,
      report: () => {},
    });
    await assign(caseworker, second);
    // Feeds that were asked before their peers listened have been followed again by now.
    await atRest();
  }, 180_000);

  afterAll(async () => {
    await demonstration?.stop();
    process.stderr.write(`Seconds until every agency answered so: ${JSON.stringify(seconds)}\n`);
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  test('before it each resident is shown their own records, and who looked at them', async () => {
    before = { first: await recordsOf(first), second: await recordsOf(second) };
    for (const agency of agencies) {
      expect(before.first[agency].length).toBeGreaterThan(0);
      expect(before.first[agency]).not.toEqual(expect.arrayContaining([...before.second[agency]]));
    }
    const shown = await ask(caseworker, 'HOUSING_PLACEMENT', recordsQuery, { id: second });
    expect(clientsIn(shown.data)).toEqual(before.second.housing);
    expect(await whoLooked(first)).not.toContain(caseworker.subject);
    expect(await whoLooked(second)).toContain(caseworker.subject);
  });

  test('once merged, a client is shown the records of two people under one resident, within two seconds', async () => {
    const since = performance.now();
    const answer = await ask(steward, 'HOPERAT', mergeMutation, {
      input: { survivor: first, merged: second, reason: 'They have the same name.', expectedVersion: 1_000 },
    });
    const { mergeResidents } = answer.data as { mergeResidents: { sequence: number; refusal: null } };
    expect(mergeResidents).toMatchObject({ refusal: null, resident: { id: first } });
    merge = mergeResidents.sequence;
    const both = together(before.first, before.second);
    seconds['merge'] = await until(since, async () => isSame(await recordsOf(first), both));
    expect(seconds['merge']).toBeLessThan(mostSeconds);
  }, 30_000);

  test('what is asked of the merged id is decided, and recorded, as of the survivor', async () => {
    const shown = await ask(caseworker, 'HOUSING_PLACEMENT', recordsQuery, { id: second });
    expect((shown.data as RecordsAnswer).resident?.id).toBe(first);
    // The caseworker serves the second resident, and nobody has said anything of them and the first.
    expect(clientsIn(shown.data)).toEqual([]);
    expect(await recordedUnder(first, caseworker.subject)).toEqual([first, second]);
  });

  test('once undone, each agency answers under the right resident again, within two seconds', async () => {
    const since = performance.now();
    const answer = await ask(steward, 'HOPERAT', undoMutation, {
      input: { sequence: merge, reason: 'They are two people: the caseworker met both.' },
    });
    expect(answer.data).toMatchObject({ undoIdentityEvent: { refusal: null } });
    seconds['undo'] = await until(
      since,
      async () =>
        isSame(await recordsOf(first), before.first) && isSame(await recordsOf(second), before.second),
    );
    expect(seconds['undo']).toBeLessThan(mostSeconds);
    const decided = performance.now();
    seconds['decisions after the undo'] = await until(decided, async () => {
      const shown = await ask(caseworker, 'HOUSING_PLACEMENT', recordsQuery, { id: second });
      return clientsIn(shown.data).join() === before.second.housing.join();
    });
    expect(seconds['decisions after the undo']).toBeLessThan(mostSeconds);
  }, 30_000);

  test('the ledger tells both states: what was shown while they were one is on both pages, the rest on its own', async () => {
    expect(await recordedUnder(first, caseworker.subject)).toEqual([first]);
    expect(await recordedUnder(second, caseworker.subject)).toEqual([first, second]);
    expect(await recordedUnder(second, ownOf(second).subject)).toContain(second);
    expect(await recordedUnder(first, ownOf(second).subject)).toEqual([]);
  });

  async function ask(
    caller: DemonstrationCaller,
    purposeOfUse: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
    const response = await fetch(demonstration.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await demonstration.issuer.token(caller)}`,
        'purpose-of-use': purposeOfUse,
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: unknown; errors?: unknown };
  }

  async function recordsOf(id: string): Promise<Records> {
    const { data } = await ask(ownOf(id), 'PATRQT', recordsQuery, { id });
    const { resident } = data as RecordsAnswer;
    const bookings = resident?.justice?.bookings?.edges ?? [];
    const admissions = resident?.behavioralHealth?.substanceUseTreatment?.admissions.edges ?? [];
    return {
      benefits: (resident?.benefits?.snap?.cases.edges ?? []).map(({ node }) => node.caseNumber).sort(),
      housing: clientsIn(data),
      'behavioral-health': admissions.map(({ node }) => node.id).sort(),
      justice: bookings.map(({ node }) => node.id).sort(),
    };
  }

  /** The page of a resident: those who looked, newest first. */
  async function disclosuresOf(id: string): Promise<readonly Disclosure[]> {
    const { data } = await ask(ownOf(id), 'PATRQT', disclosuresQuery, { id });
    const { resident } = data as { resident: { disclosures: Edges<Disclosure> } | null };
    return (resident?.disclosures.edges ?? []).map(({ node }) => node);
  }

  async function whoLooked(id: string): Promise<readonly (string | null)[]> {
    return (await disclosuresOf(id)).map(({ subject }) => subject);
  }

  /** Under which ids the page of a resident has what somebody was shown. */
  async function recordedUnder(id: string, subject: string): Promise<readonly string[]> {
    const found = (await disclosuresOf(id)).filter((disclosure) => disclosure.subject === subject);
    return [...new Set(found.map(({ resident }) => resident.id))].sort(
      (one, other) => Number(one === second) - Number(other === second),
    );
  }

  async function assign({ subject }: DemonstrationCaller, residentId: string): Promise<void> {
    const database = `sqlite:${join(folder, 'governance.sqlite')}`;
    const governance = await openGovernance({ database, log: silence });
    const validFrom = new Date('2026-01-01T00:00:00Z');
    const bond = { kind: 'caseload', agency: 'housing', subject, validFrom, validUntil: null } as const;
    await governance.importFacts({ relationships: [{ ...bond, residentId, id: 'caseload-of-the-second' }] });
    await governance.close();
  }

  async function atRest(): Promise<void> {
    const peers = Object.values(ports.agencies).map((port) => `http://127.0.0.1:${port}/health/feeds`);
    await until(performance.now(), async () => {
      const answers = await Promise.all(peers.map(async (url) => (await fetch(url)).json()));
      const feeds = answers.flatMap((answer) => (answer as { feeds: { lastPageAt: string | null }[] }).feeds);
      return feeds.every(({ lastPageAt }) => lastPageAt !== null);
    });
  }
});

const agencies: readonly Agency[] = ['benefits', 'housing', 'behavioral-health', 'justice'];

const nothing = (): void => {};

const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A resident who asks about themselves. */
function ownOf(residentId: string): DemonstrationCaller & { readonly subject: string } {
  const subject = `resident-${residentId}`;
  return { subject, agency: 'residents', roles: ['resident'], application, residentId, assuranceLevel: 2 };
}

/** Somebody of another household, known to housing and to as many agencies besides as anybody. */
function knownToMostAgencies(): Person {
  const [, ...households] = generateHouseholds({ seed, residents });
  const people = households.flatMap(({ members }) => members).filter(({ events }) => isKnown(events));
  const [most] = people.sort((one, other) => kindsOf(other) - kindsOf(one));
  if (most === undefined) throw new Error('Nobody else is known to the housing agency.');
  return most;
}

function isKnown(events: Person['events']): boolean {
  return events.some(({ kind }) => kind === 'homelessness');
}

function kindsOf({ events }: Person): number {
  return new Set(events.map(({ kind }) => kind)).size;
}

function clientsIn(data: unknown): readonly string[] {
  return ((data as RecordsAnswer).resident?.housing?.clients ?? [])
    .map(({ personalId, lastName }) => `${personalId} ${lastName}`)
    .sort();
}

function together(one: Records, other: Records): Records {
  const both = agencies.map((agency) => [agency, [...one[agency], ...other[agency]].sort()]);
  return Object.fromEntries(both) as Records;
}

function isSame(one: Records, other: Records): boolean {
  return agencies.every((agency) => one[agency].join() === other[agency].join());
}

/** Seconds until it was so, for the first time. */
async function until(since: number, isSo: () => Promise<boolean>): Promise<number> {
  const seconds = (): number => (performance.now() - since) / 1000;
  while (seconds() < 15) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isSo()) return Number(seconds().toFixed(2));
    // oxlint-disable-next-line no-await-in-loop
    await pause(25);
  }
  throw new Error('It was not so within 15 seconds.');
}
