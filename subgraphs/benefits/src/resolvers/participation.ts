import type { LinkedResident } from '@resident-graph/subgraph-kit';

import type { ProgramCode } from '../codes.ts';
import type { EligibilityRow } from '../rows.ts';
import type { Context, Page } from './context.ts';

/** One resident in one programme. */
export function participation(program: ProgramCode) {
  const keysOf = ({ localIds }: LinkedResident) => localIds.map((id) => `${id}${program}`);
  return {
    eligibility: async (resident: LinkedResident, _: unknown, { loaders }: Context) =>
      (await Promise.all(keysOf(resident).map((key) => loaders.eligibility.load(key))))
        .flat()
        .sort(newestFirst),
    applications: (resident: LinkedResident, page: Page, { loaders }: Context) =>
      loaders.applicationPages.load({ keys: keysOf(resident), ...page }),
  };
}

/** One resident in a programme that keeps cases. */
export function caseParticipation(program: ProgramCode) {
  return {
    ...participation(program),
    cases: ({ localIds }: LinkedResident, page: Page, { loaders }: Context) =>
      loaders.membershipPages.load({ keys: localIds.map((id) => `${id}${program}`), ...page }),
  };
}

/** YYYYMMDD sorts as text. Two client numbers of one resident make one list. */
function newestFirst(one: EligibilityRow, other: EligibilityRow): number {
  return other.BEG_DT.localeCompare(one.BEG_DT);
}
