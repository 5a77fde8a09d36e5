import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGovernance } from '../../gateway/src/governance/index.ts';
import { factsOfSixCallers, showcaseResidentId, sixCallers } from '../../scripts/demo/index.ts';
import type { AgencyName } from '../../scripts/seeding/index.ts';
import { startEnvironment } from '../support/start-environment.ts';

/** The gateway with its agreements in force, as somebody sees it who knows nothing but its address. */
export interface Endpoint {
  readonly url: string;
  readonly residentId: string;
  /** A token of the housing caseworker on whose caseload the resident is. */
  readonly token: string;
  /** A token of a privacy officer. */
  readonly officersToken: string;
  readonly stopAgency: (agency: AgencyName) => Promise<void>;
  readonly close: () => Promise<void>;
}

const nothing = (): void => {};
const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Starts everything on free ports. */
export async function openEndpoint(flags: Readonly<Record<string, string>> = {}): Promise<Endpoint> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-clients-'));
  const database = `sqlite:${join(folder, 'governance.sqlite')}`;
  const residentId = showcaseResidentId(1);
  const governance = await openGovernance({ database, log: silence });
  await governance.importFacts(factsOfSixCallers(residentId));
  const environment = await startEnvironment({
    residents: 60,
    flags: { 'authorization.enforce': 'true', 'authorization.database': database, ...flags },
  });
  const [caseworker] = sixCallers(residentId);
  if (caseworker === undefined) throw new Error('There is no caseworker.');
  const officer = {
    subject: 'privacy-officer-1',
    agency: 'behavioral-health',
    roles: ['privacy-officer'],
    application: 'tests',
    trainings: ['part-2-confidentiality'],
    assuranceLevel: 2,
  };
  return {
    url: environment.url,
    residentId,
    token: await environment.issuer.token(caseworker.caller),
    officersToken: await environment.issuer.token(officer),
    stopAgency: async (agency) => environment.agencies.get(agency)?.stop(),
    close: async () => {
      await environment.close();
      await governance.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
