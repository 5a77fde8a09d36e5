import { beforeAll, expect, test } from '@jest/globals';
import { migrate } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { housing } from '../src/index.ts';
import { key, metadata } from './made-up/index.ts';

eachDialect('what must not be in a shared database', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrate(housing, database);
  });

  test('a victim service provider is refused by the database', async () => {
    const organization = { OrganizationID: key('refuge'), OrganizationName: 'A refuge', ...metadata };
    await expect(
      database('Organization').insert({ ...organization, VictimServiceProvider: 1 }),
    ).rejects.toBeDefined();
    await database('Organization').insert({ ...organization, VictimServiceProvider: 0 });
  });

  test('a project of a comparable database is refused by the database', async () => {
    const participation = {
      HMISParticipationID: key('participation'),
      ProjectID: key('refuge'),
      HMISParticipationStatusStartDate: '2020-01-01',
      ...metadata,
    };
    await expect(
      database('HMISParticipation').insert({ ...participation, HMISParticipationType: 2 }),
    ).rejects.toBeDefined();
  });

  test.each([1, 3])(
    'a project for target population %i alone is refused by the database',
    async (population) => {
      const project = {
        ProjectID: key(`population-${population}`),
        OrganizationID: key('refuge'),
        ProjectName: 'A project whose clients are its secret',
        OperatingStartDate: '2020-01-01',
        ContinuumProject: 1,
        ProjectType: 0,
        ...metadata,
      };
      await expect(
        database('Project').insert({ ...project, TargetPopulation: population }),
      ).rejects.toBeDefined();
    },
  );
});
