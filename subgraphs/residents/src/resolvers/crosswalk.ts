import { columns } from '@resident-graph/subgraph-kit';

import type { AgencyRow } from '../rows.ts';
import type { Context, Identity } from './identity.ts';
import { orNothing } from './or-nothing.ts';

const concealed = agencies(({ is_concealed }) => is_concealed === 1);

/** Which agencies know the resident: fields of Resident. Local identifiers are not in this database at all. */
export const crosswalk = {
  crosswalk: agencies(({ is_concealed }) => is_concealed === 0),
  concealedCrosswalk: async (identity: Identity, _: unknown, context: Context) =>
    orNothing(await concealed(identity, _, context)),
};

/** The types of those fields, and of the golden record's provenance. */
export const crosswalkTypes = {
  ResidentAgencyLink: columns({ agency: 'agency', since: 'known_since' }),
  ResidentGoldenRecord: {
    ...columns({ version: 'version', asOf: 'as_of' }),
    sources: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.fieldSources.load(id),
  },
  ResidentFieldSource: columns({ field: 'field', source: 'source', asOf: 'as_of', rule: 'rule' }),
};

function agencies(shown: (agency: AgencyRow) => boolean) {
  return async ({ survivor }: Identity, _: unknown, { loaders }: Context): Promise<AgencyRow[]> =>
    (await loaders.agencies.load(survivor)).filter(shown);
}
