import { key, metadata } from './key.ts';

const operating = {
  OperatingStartDate: '2010-01-01',
  OperatingEndDate: null,
  ContinuumProject: 1,
  TargetPopulation: 4,
};
const grant = { GrantID: 'FH0001', StartDate: '2020-07-01', EndDate: null };

/** One organization with two projects, one of which also has a HOPWA grant. */
export const projectRows = {
  Organization: [
    {
      OrganizationID: key('organization'),
      OrganizationName: 'Made-Up Shelter Association',
      VictimServiceProvider: 0,
      ...metadata,
    },
  ],
  Project: [
    { ...project('shelter', 'Made-Up Shelter', 0), ...operating, ...metadata },
    { ...project('prevention', 'Made-Up Prevention', 12), ...operating, ...metadata },
  ],
  Funder: [
    { FunderID: key('esg'), ProjectID: key('shelter'), Funder: 8, ...grant, ...metadata },
    { FunderID: key('hopwa'), ProjectID: key('shelter'), Funder: 18, ...grant, ...metadata },
    { FunderID: key('local'), ProjectID: key('prevention'), Funder: 46, ...grant, ...metadata },
  ],
  ProjectCoC: [
    {
      ProjectCoCID: key('coc'),
      ProjectID: key('shelter'),
      CoCCode: 'FH-500',
      Geocode: '990101',
      ...metadata,
    },
  ],
  HMISParticipation: [
    {
      HMISParticipationID: key('participation'),
      ProjectID: key('shelter'),
      HMISParticipationType: 1,
      HMISParticipationStatusStartDate: '2010-01-01',
      HMISParticipationStatusEndDate: null,
      ...metadata,
    },
  ],
};

function project(name: string, title: string, type: number) {
  return {
    ProjectID: key(name),
    OrganizationID: key('organization'),
    ProjectName: title,
    ProjectType: type,
  };
}
