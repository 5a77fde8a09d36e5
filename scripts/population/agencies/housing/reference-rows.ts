import type { Row } from '../../recorder.ts';
import { hmisKey } from './hmis-key.ts';
import { metadata } from './metadata.ts';
import { projects, type Project } from './projects.ts';

const openedOn = '2012-07-01';
const record = metadata(openedOn, 'WORKER-01');

/** Organizations, projects, their funders, Continuums of Care and participation: HMIS 2.01 to 2.08. */
export function referenceRows(): Readonly<Record<string, readonly Row[]>> {
  return {
    Organization: [...new Set(projects.map(({ organization }) => organization))].map(organizationRow),
    Project: projects.map(projectRow),
    Funder: projects.flatMap(funderRows),
    ProjectCoC: projects.map(continuumRow),
    HMISParticipation: projects.map(participationRow),
  };
}

function organizationRow(name: string): Row {
  return {
    OrganizationID: hmisKey('Organization', name),
    OrganizationName: name,
    VictimServiceProvider: 0,
    ...record,
  };
}

function projectRow({ key, name, type, organization }: Project): Row {
  return {
    ProjectID: key,
    OrganizationID: hmisKey('Organization', organization),
    ProjectName: name,
    OperatingStartDate: openedOn,
    OperatingEndDate: null,
    ContinuumProject: 1,
    ProjectType: type,
    TargetPopulation: 4,
    ...record,
  };
}

function funderRows({ key, funders }: Project): readonly Row[] {
  return funders.map((funder) => ({
    FunderID: hmisKey('Funder', `${key} ${funder}`),
    ProjectID: key,
    Funder: funder,
    GrantID: `FH-${funder}-${key.slice(0, 6)}`,
    StartDate: openedOn,
    EndDate: null,
    ...record,
  }));
}

function continuumRow({ key, continuum }: Project): Row {
  return {
    ProjectCoCID: hmisKey('ProjectCoC', key),
    ProjectID: key,
    CoCCode: continuum,
    Geocode: continuum === 'FH-500' ? '990101' : '999001',
    ...record,
  };
}

function participationRow({ key }: Project): Row {
  return {
    HMISParticipationID: hmisKey('HMISParticipation', key),
    ProjectID: key,
    HMISParticipationType: 1,
    HMISParticipationStatusStartDate: openedOn,
    HMISParticipationStatusEndDate: null,
    ...record,
  };
}
