import { columns } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import { codes } from '../codes.ts';
import type { ResidentLoaders } from '../loaders.ts';
import { contact, contactTypes } from './contact.ts';
import { crosswalk, crosswalkTypes } from './crosswalk.ts';
import { household, householdTypes } from './household.ts';
import { identityCommands, identityCommandTypes } from './identity-commands.ts';
import { identityHistory, identityHistoryTypes } from './identity-history.ts';
import { query } from './query.ts';
import { resident } from './resident.ts';
import { reviewQueries, reviewTypes } from './review.ts';
import { search, searchTypes } from './search.ts';

/** The subgraph's resolver map. */
export const resolvers: Resolvers<ResidentLoaders> = {
  ...codes,
  Query: { ...query, ...search, ...reviewQueries },
  Mutation: identityCommands,
  Resident: { ...resident, ...contact, ...household, ...crosswalk, ...identityHistory },
  ResidentName: columns({
    use: 'name_use',
    given: 'given',
    middle: 'middle',
    surname: 'surname',
    suffix: 'suffix',
    from: 'valid_from',
    until: 'valid_until',
  }),
  ResidentSocialSecurityNumber: columns({ lastFour: 'ssn_last_four', quality: 'ssn_quality' }),
  ...contactTypes,
  ...householdTypes,
  ...crosswalkTypes,
  ...identityHistoryTypes,
  ...identityCommandTypes,
  ...reviewTypes,
  ...searchTypes,
};
