import { columns } from '@resident-graph/subgraph-kit';

import { raceColumn } from '../codes/index.ts';
import type { ClientRow } from '../rows/index.ts';
import { recordFields } from './metadata-fields.ts';

/** HMIS 3.01 to 3.07 of one client record. */
export const clientResolvers = {
  HousingClient: {
    ...recordFields,
    ...columns({
      personalId: 'PersonalID',
      firstName: 'FirstName',
      middleName: 'MiddleName',
      lastName: 'LastName',
      nameSuffix: 'NameSuffix',
      nameDataQuality: 'NameDataQuality',
      ssnDataQuality: 'SSNDataQuality',
      dateOfBirth: 'DOB',
      dateOfBirthDataQuality: 'DOBDataQuality',
      sex: 'Sex',
      veteranStatus: 'VeteranStatus',
    }),
    races: racesOf,
  },
};

/** The races that were marked; where none was, the reason in `RaceNone`. */
function racesOf(client: ClientRow): readonly (string | number)[] {
  const marked = Object.values(raceColumn).filter((column) => client[column] === 1);
  return marked.length > 0 || client.RaceNone === null ? marked : [client.RaceNone];
}
