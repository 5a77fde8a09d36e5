import { columns } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { CaseRow } from '../rows.ts';
import type { Context, PageArguments } from './context.ts';
import { indicator } from './indicator.ts';

/** What the courts and probation hold of one case. */
export const courtCase: Resolvers<JusticeLoaders> = {
  JusticeCase: {
    ...columns({
      id: 'CaseID',
      caseNumber: 'CaseNumberText',
      caseType: 'CaseTypeCode',
      status: 'CaseStatusCode',
      filingDate: 'CaseFilingDate',
      defenseAttorney: 'CaseDefenseAttorneyName',
    }),
    isDomesticViolence: indicator('CaseDomesticViolenceIndicator'),
    async court(row: CaseRow, _none: unknown, { loaders }: Context) {
      const court = await loaders.court.load(row.CourtID);
      return court?.CourtName ?? null;
    },
    charges: (row: CaseRow, _none: unknown, { loaders }: Context) => loaders.caseCharges.load(row.CaseID),
    hearings: (row: CaseRow, page: PageArguments, { loaders }: Context) =>
      loaders.hearingsOfCase.load({ keys: [row.CaseID], ...page }),
    async nextHearing(row: CaseRow, _none: unknown, { loaders }: Context) {
      const [earliest] = await loaders.hearingsToComeOfCase.load(row.CaseID);
      return earliest ?? null;
    },
    supervisions: (row: CaseRow, _none: unknown, { loaders }: Context) =>
      loaders.supervisionsOfCase.load(row.CaseID),
  },
  JusticeHearing: columns({
    id: 'HearingID',
    scheduledFor: 'HearingDateTime',
    type: 'HearingTypeCode',
    status: 'HearingStatusCode',
    courtroom: 'CourtroomText',
  }),
  JusticeSupervision: columns({
    id: 'SupervisionID',
    type: 'SupervisionTypeCode',
    startDate: 'SupervisionStartDate',
    endDate: 'SupervisionEndDate',
    officer: 'SupervisionOfficerName',
    officerPhone: 'SupervisionOfficerPhone',
  }),
};
