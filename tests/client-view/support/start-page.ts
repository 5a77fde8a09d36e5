import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { openGovernance, type Governance } from '../../../gateway/src/governance/index.ts';
import { buildClientView, trustedDocumentsFile } from '../../../scripts/build-client-view/index.ts';
import {
  factsOfSixCallers,
  showcaseResidentId,
  sixCallers,
  type DemonstrationCaller,
} from '../../../scripts/demo/index.ts';
import type { AgencyName } from '../../../scripts/seeding/index.ts';
import type { AgencyUnderTest } from '../../support/open-agency.ts';
import { startEnvironment } from '../../support/start-environment.ts';
import { chromiumPath } from './in-browser.ts';
import { openDoor, type Door } from './open-door.ts';

/** Somebody of the demonstration, by a short name. */
export type Person = keyof typeof people;

/** The page over the whole product, in a browser. */
export interface PageUnderTest {
  readonly door: Door;
  readonly browser: Browser;
  readonly residentId: string;
  readonly agencies: ReadonlyMap<AgencyName, AgencyUnderTest>;
  readonly governance: Governance;
  /** A new tab of a browser in which somebody is signed in, for their purpose of use. */
  readonly openAs: (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly signIn: (person: Person) => Promise<void>;
  readonly close: () => Promise<void>;
}

const residentId = showcaseResidentId(1);
const [caseworker, eligibilityWorker, counselor, , officer, resident] = sixCallers(residentId).map(
  ({ caller, purposeOfUse }) => ({ caller, purposeOfUse }),
);

const people = {
  caseworker,
  eligibilityWorker,
  counselor,
  officer,
  resident,
  physician: {
    caller: callerOf('physician-1', 'emergency-medical-services', 'emergency-physician'),
    purposeOfUse: 'ETREAT',
  },
  privacyOfficer: {
    caller: callerOf('privacy-officer-1', 'behavioral-health', 'privacy-officer'),
    purposeOfUse: 'AUDIT',
  },
  administrator: {
    caller: callerOf('administrator-1', 'information-technology', 'system-administrator'),
    purposeOfUse: 'HOPERAT',
  },
  steward: { caller: callerOf('data-steward-1', 'housing', 'data-steward'), purposeOfUse: 'HOPERAT' },
} as const;

function callerOf(subject: string, agency: string, role: string): DemonstrationCaller {
  return {
    subject,
    agency,
    roles: [role],
    application: 'tests',
    trainings: ['part-2-confidentiality'],
    assuranceLevel: 2,
  };
}

/** Builds the page where it changed, and starts everything that it needs. */
export async function startPage(): Promise<PageUnderTest> {
  await buildClientView();
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-page-'));
  const database = `sqlite:${join(folder, 'governance.sqlite')}`;
  const governance = await openGovernance({ database, log: silence });
  await governance.importFacts(factsOfSixCallers(residentId));
  const environment = await startEnvironment({
    residents: 60,
    flags: {
      'authorization.enforce': 'true',
      'authorization.database': database,
      'ledger.directory': join(folder, 'ledger'),
      'operations.trustedDocuments': trustedDocumentsFile,
      'subgraphs.timeoutMilliseconds': '3000',
    },
  });
  const door = await openDoor(new URL('/', environment.url).href);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const signIn = async (person: Person): Promise<void> => {
    const known = people[person]?.caller;
    if (!known) throw new Error(`Nobody is called ${person}.`);
    const { subject, agency, roles, residentId: own } = known;
    const token = await environment.issuer.token(known);
    door.signIn({
      subject,
      name: person,
      agency,
      roles,
      purposesOfUse: null,
      ...(own && { residentId: own }),
      token,
    });
  };
  const openAs: PageUnderTest['openAs'] = async (person, path, options = {}) => {
    await signIn(person);
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    const purpose = people[person]?.purposeOfUse ?? null;
    if (purpose !== null)
      await page.addInitScript(`sessionStorage.setItem('purpose', ${JSON.stringify(purpose)})`);
    await page.goto(new URL(path, door.url).href);
    await page.waitForLoadState('networkidle');
    await page.locator('main').waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    return page;
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await door.close();
    await environment.close();
    await governance.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { door, browser, residentId, agencies: environment.agencies, governance, openAs, signIn, close };
}

const nothing = (): void => {};

const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };
