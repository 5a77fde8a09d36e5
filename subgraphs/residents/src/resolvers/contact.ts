import { columns } from '@resident-graph/subgraph-kit';

import type { AddressRow } from '../rows.ts';
import type { Context, Identity } from './identity.ts';
import { orNothing } from './or-nothing.ts';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

const period = { from: 'valid_from', until: 'valid_until' };

const place = {
  line1: 'line1',
  line2: 'line2',
  city: 'city',
  county: 'county',
  state: 'state',
  postalCode: 'postal_code',
};

/** How a resident is reached: fields of Resident. */
export const contact = {
  currentAddress: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.addresses.load(survivor)).find((address) => address.valid_until === null) ?? null,
  addresses: ({ survivor }: Identity, page: Page, { loaders }: Context) =>
    loaders.addressPages.load({ keys: [survivor], ...page }),
  protectedAddresses: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    orNothing(await loaders.protectedAddresses.load(survivor)),
  phones: ({ survivor }: Identity, _: unknown, { loaders }: Context) => loaders.phones.load(survivor),
  emails: ({ survivor }: Identity, _: unknown, { loaders }: Context) => loaders.emails.load(survivor),
};

/** The types of those fields. */
export const contactTypes = {
  ResidentAddress: {
    ...columns({ ...place, ...period }),
    isSubstitute: (address: AddressRow) => address.is_substitute === 1,
  },
  ResidentProtectedAddress: columns({ ...place, ...period }),
  ResidentPhone: columns({ number: 'number', use: 'phone_use', ...period }),
  ResidentEmail: columns({ address: 'address', ...period }),
};
