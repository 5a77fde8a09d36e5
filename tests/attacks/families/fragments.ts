import type { Attack } from '../attack.ts';
import { insideResident, prize } from '../attack.ts';

const onSection = 'fragment F on ResidentBehavioralHealth';

/** A fragment, wherever it stands, is what it spreads. */
export const fragments: readonly Attack[] = [
  insideResident('an inline fragment', `behavioralHealth { ... { ${prize} } }`),
  insideResident(
    'an inline fragment on the type itself',
    `behavioralHealth { ... on ResidentBehavioralHealth { ${prize} } }`,
  ),
  insideResident('a fragment', 'behavioralHealth { ...F }', `${onSection} { ${prize} }`),
  insideResident(
    'a fragment beside an innocent sibling',
    'behavioralHealth { __typename ...F }',
    `${onSection} { ${prize} }`,
  ),
  insideResident('a fragment spread twice', 'behavioralHealth { ...F ...F }', `${onSection} { ${prize} }`),
  insideResident(
    'a fragment in a fragment',
    'behavioralHealth { ...F }',
    `${onSection} { ...G } fragment G on ResidentBehavioralHealth { ${prize} }`,
  ),
  insideResident(
    'a fragment of the resident',
    '...R',
    `fragment R on Resident { behavioralHealth { ${prize} } }`,
  ),
  insideResident(
    'siblings that each select a part',
    '...A ...B',
    `fragment A on Resident { behavioralHealth { substanceUseTreatment { __typename } } }
     fragment B on Resident { behavioralHealth { ${prize} } }`,
  ),
  insideResident(
    'siblings in the other order',
    '...B ...A',
    `fragment A on Resident { behavioralHealth { __typename } }
     fragment B on Resident { behavioralHealth { ${prize} } }`,
  ),
  insideResident(
    'a fragment around a fragment around it',
    '... { ... { ... { behavioralHealth { ... { ... { ' + prize + ' } } } } } }',
  ),
  {
    name: 'a fragment on the query itself',
    request: (id) => ({
      query: `{ ...Q } fragment Q on Query { resident(id: "${id}") { behavioralHealth { ${prize} } } }`,
    }),
  },
  insideResident(
    'nothing but the name of the type',
    'behavioralHealth { substanceUseTreatment { __typename } }',
  ),
  insideResident(
    'the name of the type, under another name',
    'behavioralHealth { substanceUseTreatment { kind: __typename } }',
  ),
  insideResident(
    'the name of the type of a list',
    'behavioralHealth { substanceUseTreatment { admissions { __typename edges { __typename } } } }',
  ),
];
