import { columns } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import { indicator } from './indicator.ts';

/** What belongs to a booking and is shown as it stands. */
export const bookingDetails: Resolvers<JusticeLoaders> = {
  JusticeSubject: columns({
    id: 'SubjectID',
    identificationBasis: 'IdentificationBasisCode',
    stateFingerprintId: 'PersonStateFingerprintIdentification',
  }),
  JusticeArrest: {
    ...columns({
      id: 'ArrestID',
      arrestDate: 'ArrestDate',
      arrestAgency: 'ArrestAgencyName',
      category: 'ArrestCategoryCode',
      juvenileDisposition: 'ArrestSubjectJuvenileDispositionCode',
    }),
    isOnWarrant: indicator('ArrestWarrantIndicator'),
  },
  JusticeCharge: columns({
    id: 'ChargeID',
    sequence: 'ChargeSequenceID',
    ncicCode: 'ChargeNCICCode',
    description: 'ChargeDescriptionText',
    severity: 'ChargeSeverityCode',
    statute: 'ChargeStatuteCodeSection',
    chargeDate: 'ChargeDate',
    disposition: 'ChargeDispositionCode',
    dispositionDate: 'ChargeDispositionDate',
  }),
  JusticeBail: columns({
    id: 'BailID',
    setAmount: 'BailSetAmount',
    postedDate: 'BailPostedDate',
    revokedDate: 'BailRevokedDate',
  }),
  JusticeRelease: columns({
    id: 'BookingID',
    releaseDate: 'BookingReleaseDate',
    reason: 'BookingReleaseReasonCode',
  }),
  JusticeDetentionFacility: columns({
    id: 'DetentionFacilityID',
    name: 'FacilityName',
    county: 'CountyName',
  }),
};
