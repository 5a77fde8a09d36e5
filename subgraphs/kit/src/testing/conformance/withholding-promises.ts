import { expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';

import { Disclosure } from '../../authorization/index.ts';
import { executeRequest } from '../../subgraph/index.ts';
import type { Subgraph } from '../../subgraph/index.ts';
import { wholeQuery } from '../whole-query.ts';
import { representationOf } from './seeded.ts';
import type { Seeded } from './seeded.ts';

/** What a subgraph promises to whoever may not see everything. */
export function withholdingPromises(subgraph: Subgraph, subject: () => Seeded): void {
  const query = wholeQuery(subgraph.schema);
  const resident = subgraph.schema.getType('Resident');
  const sections = isObjectType(resident)
    ? Object.keys(resident.getFields()).filter((name) => name !== 'id')
    : [];

  test('whoever is permitted nothing sees nothing of anybody but the id', async () => {
    const { database, residentIds } = subject();
    const variables = { representations: residentIds.slice(0, 10).map(representationOf) };
    const { result } = await executeRequest(subgraph, database, { query, variables }, nothing());
    const nobody = Object.fromEntries(sections.map((name) => [name, null]));
    const entities = result.data?.['_entities'] as readonly object[];
    expect(entities).toEqual(residentIds.slice(0, 10).map((id) => ({ ...asked(entities, nobody), id })));
    const codes = new Set((result.errors ?? []).map(({ extensions }) => extensions?.['code']));
    expect([...codes]).toEqual(['FIELD_WITHHELD']);
  });
}

/** Of the fields those that the query asked for: a field with an argument of its own is left out. */
function asked(entities: readonly object[], fields: Readonly<Record<string, null>>): object {
  const [first = {}] = entities;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in first));
}

function nothing(): Disclosure {
  const requester = { subject: '', agency: '', roles: [], application: '', purposeOfUse: null };
  const none = new Set<string>();
  const grant = {
    requester,
    epoch: 0,
    permitted: none,
    undetermined: none,
    concealed: none,
    endsAt: 0,
    token: '',
  };
  return new Disclosure({ grant, decided: none }, null);
}
