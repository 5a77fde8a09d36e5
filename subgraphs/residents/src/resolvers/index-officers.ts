import type { ExtraRule, ExtraRules } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';

const agency = 'residents';
const roles = ['data-steward', 'privacy-officer'];

/** Data stewards and privacy officers of the agency that keeps the index, whatever the agreements say of others. */
const isOfficerOfTheIndex: ExtraRule<ResidentLoaders> = (_parent, _values, { requester }) =>
  requester !== null && requester.agency === agency && requester.roles.some((role) => roles.includes(role));

/** The agency's own rules: who is whom is asked and changed by its officers alone. */
export const officersOnly: ExtraRules<ResidentLoaders> = {
  Query: forFields('reviewQueue', 'review', 'identityQuality'),
  Mutation: forFields(
    'claimReview',
    'deferReview',
    'decideReview',
    'linkRecord',
    'unlinkRecord',
    'mergeResidents',
    'undoIdentityEvent',
  ),
  Resident: forFields('identityVersion', 'identityRecords', 'identityHistory'),
};

function forFields(...fields: readonly string[]): Readonly<Record<string, ExtraRule<ResidentLoaders>>> {
  return Object.fromEntries(fields.map((field) => [field, isOfficerOfTheIndex]));
}
