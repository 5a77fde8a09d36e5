import { columns } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { BookingRow } from '../rows.ts';
import type { Context } from './context.ts';
import { indicator } from './indicator.ts';

/** What the jail holds of one booking. */
export const booking: Resolvers<JusticeLoaders> = {
  JusticeBooking: {
    ...columns({
      id: 'BookingID',
      bookingNumber: 'BookingNumberText',
      bookingAgency: 'BookingAgencyName',
      bookingDate: 'BookingDate',
    }),
    isSealed: indicator('BookingSealedIndicator'),
    detentionFacility: (row: BookingRow, _none: unknown, { loaders }: Context) =>
      loaders.detentionFacility.load(row.DetentionFacilityID),
    subject: (row: BookingRow, _none: unknown, { loaders }: Context) => loaders.subject.load(row.SubjectID),
    arrest: (row: BookingRow, _none: unknown, { loaders }: Context) => loaders.arrest.load(row.BookingID),
    charges: (row: BookingRow, _none: unknown, { loaders }: Context) =>
      loaders.arrestCharges.load(row.BookingID),
    bails: (row: BookingRow, _none: unknown, { loaders }: Context) => loaders.bails.load(row.BookingID),
    release: (row: BookingRow, _none: unknown, { loaders }: Context) => loaders.release.load(row.BookingID),
    case: (row: BookingRow, _none: unknown, { loaders }: Context) =>
      row.CaseID === null ? null : loaders.courtCase.load(row.CaseID),
  },
};
