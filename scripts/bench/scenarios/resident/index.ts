import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openDatabase, serveSubgraph, createLog } from '@resident-graph/subgraph-kit';

import { generateHouseholds, showcaseResident } from '../../../population/index.ts';
import { demonstrationAgencies, seed } from '../../../seeding/index.ts';
import type { Agency, AgencyName } from '../../../seeding/index.ts';
import type { OpenScenario, OriginSubgraph, Scenario } from '../scenario.ts';

const population = { seed: 1, residents: 1 };

/** The unified resident view: one resident over our own five subgraphs, in two levels. */
export const resident: Scenario = {
  name: 'resident',
  description: 'One resident over five agencies: five fetches in two levels.',
  query: readFileSync(new URL('query.graphql', import.meta.url), 'utf8'),
  variables: { id: showcaseResident(generateHouseholds(population)).residentId },
  open: openResident,
};

async function openResident(folder: string): Promise<OpenScenario> {
  const databases = Object.fromEntries(
    demonstrationAgencies.map(({ recorder }) => [recorder.agency, databaseOf(folder, recorder.agency)]),
  );
  await seed({ ...population, databases, truthFile: join(folder, 'truth.csv') });
  const served = await Promise.all(demonstrationAgencies.map((agency) => serve(agency, folder)));
  return {
    subgraphs: served.map(({ subgraph }) => subgraph),
    close: async () => void (await Promise.all(served.map(({ close }) => close()))),
  };
}

interface Served {
  readonly subgraph: OriginSubgraph;
  readonly close: () => Promise<void>;
}

async function serve({ subgraph, recorder }: Agency, folder: string): Promise<Served> {
  const database = openDatabase(databaseOf(folder, recorder.agency));
  const running = await serveSubgraph(subgraph, {
    database,
    port: 0,
    log: createLog('silent'),
    allowUnsigned: true,
  });
  const { name, sdl } = subgraph;
  return {
    subgraph: { name, schema: sdl, url: running.url },
    close: async () => {
      await running.close();
      await database.destroy();
    },
  };
}

function databaseOf(folder: string, agency: AgencyName): string {
  return `sqlite:${join(folder, `${agency}.sqlite`)}`;
}
