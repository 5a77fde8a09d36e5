import agencySteward from '../examples/agency-steward.graphql';
import appDeveloper from '../examples/app-developer.graphql';
import caseworker from '../examples/caseworker.graphql';
import privacyOfficer from '../examples/privacy-officer.graphql';

/** A first question for somebody, with the purpose for which it is commonly asked. */
export interface Example {
  readonly audience: string;
  readonly query: string;
  readonly variables: string;
  readonly purposeOfUse: string;
}

const day = 24 * 60 * 60 * 1000;
const monthAgo = new Date(Date.now() - 30 * day).toISOString();

export const examples: readonly Example[] = [
  { audience: 'Caseworker', query: caseworker, variables: '{}', purposeOfUse: 'HOUSING_PLACEMENT' },
  {
    audience: 'App developer',
    query: appDeveloper,
    variables: json({ id: '', input: { surname: '', birthDate: '' } }),
    purposeOfUse: 'HOUSING_PLACEMENT',
  },
  {
    audience: 'Agency steward',
    query: agencySteward,
    variables: json({ since: monthAgo }),
    purposeOfUse: 'HOPERAT',
  },
  { audience: 'Privacy officer', query: privacyOfficer, variables: '{}', purposeOfUse: 'AUDIT' },
];

function json(variables: object): string {
  return JSON.stringify(variables, null, 2);
}
