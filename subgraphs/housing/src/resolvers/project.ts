import { columns } from '@resident-graph/subgraph-kit';

import { isHopwaFundingSource } from '../codes/index.ts';
import type { HousingContext } from '../context.ts';
import type { FunderRow, ProjectContinuumRow, ProjectRow } from '../rows/index.ts';
import { nothingIfEmpty } from './nothing-if-empty.ts';

/** HMIS 2.01 to 2.08. HOPWA grants are told in a field of their own, as they speak of HIV. */
export const projectResolvers = {
  HousingProject: {
    ...columns({
      projectId: 'ProjectID',
      name: 'ProjectName',
      type: 'ProjectType',
      operatingFrom: 'OperatingStartDate',
      operatingUntil: 'OperatingEndDate',
    }),
    organization: (project: ProjectRow, _: unknown, { loaders }: HousingContext) =>
      loaders.organization.load(project.OrganizationID),
    funders: async (project: ProjectRow, _: unknown, context: HousingContext) =>
      (await fundersOf(project, context)).filter(({ Funder }) => !isHopwaFundingSource(Funder)),
    hopwaFunders: async (project: ProjectRow, _: unknown, context: HousingContext) =>
      nothingIfEmpty(
        (await fundersOf(project, context)).filter(({ Funder }) => isHopwaFundingSource(Funder)),
      ),
    continuumOfCareCodes,
    hmisParticipation: (project: ProjectRow, _: unknown, { loaders }: HousingContext) =>
      loaders.participation.load(project.ProjectID),
  },
  HousingOrganization: columns({ organizationId: 'OrganizationID', name: 'OrganizationName' }),
  HousingFunder: grantFields(),
  HousingHopwaFunder: grantFields(),
  HousingHmisParticipationPeriod: columns({
    type: 'HMISParticipationType',
    from: 'HMISParticipationStatusStartDate',
    until: 'HMISParticipationStatusEndDate',
  }),
};

function fundersOf(project: ProjectRow, { loaders }: HousingContext): Promise<readonly FunderRow[]> {
  return loaders.funders.load(project.ProjectID);
}

async function continuumOfCareCodes(project: ProjectRow, _: unknown, { loaders }: HousingContext) {
  const rows: readonly ProjectContinuumRow[] = await loaders.continuums.load(project.ProjectID);
  return rows.map(({ CoCCode }) => CoCCode);
}

function grantFields() {
  return columns({ source: 'Funder', from: 'StartDate', until: 'EndDate' });
}
