import { columns } from '@resident-graph/subgraph-kit';

import type { CaseRow, MemberRow } from '../rows.ts';
import type { Context, Page } from './context.ts';
import { mainframeDate, residentOf } from './mainframe.ts';

/** What SNAP, TANF and child-care cases have in common. */
export const commonCase = {
  ...columns({ caseNumber: 'CASE_NBR', status: 'STAT_CD', closureReason: 'CLOS_RSN_CD' }),
  openedOn: mainframeDate('OPEN_DT'),
  closedOn: mainframeDate('CLOS_DT'),
  recertificationDueOn: mainframeDate('RCRT_DUE_DT'),
  certificationPeriods: ({ CASE_NBR }: CaseRow, _: unknown, { loaders }: Context) =>
    loaders.certificationPeriods.load(CASE_NBR),
  members: ({ CASE_NBR }: CaseRow, _: unknown, { loaders }: Context) => loaders.members.load(CASE_NBR),
  caseworker,
};

/** A case that pays benefits month by month. */
export const payingCase = {
  ...commonCase,
  issuances: ({ CASE_NBR }: CaseRow, page: Page, { loaders }: Context) =>
    loaders.issuancePages.load({ keys: [CASE_NBR], ...page }),
};

/** What all members of assistance units have in common. */
export const unitMember = {
  ...columns({ relationship: 'REL_CD' }),
  resident: residentOf('CLNT_ID'),
  from: mainframeDate('BEG_DT'),
  until: mainframeDate('END_DT'),
};

/** An edge leads from the membership, which the page is made of, to the case itself. */
export const caseEdge = {
  node: ({ node }: { node: MemberRow }, _: unknown, { loaders }: Context) =>
    loaders.cases.load(node.CASE_NBR),
};

export function caseworker(row: { readonly WRKR_ID: string | null }, _: unknown, { loaders }: Context) {
  return row.WRKR_ID === null ? null : loaders.workers.load(row.WRKR_ID);
}
