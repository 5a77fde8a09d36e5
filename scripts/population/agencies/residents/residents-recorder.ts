import type { AgencyRecorder, AgencyRecords } from '../../recorder.ts';
import { agencyRows } from './agency-rows.ts';
import { contactRows } from './contact-rows.ts';
import { formerIdRows, residentRows } from './resident-rows.ts';
import { householdRows } from './household-rows.ts';
import { indexTables } from './index-rows.ts';
import type { IndexRows } from './index-rows.ts';

/**
 * The resident index: one golden record for each person, nearly always right, some with a former id that was
 * merged into it. Its local id is the resident id itself.
 */
export const residentsRecorder: AgencyRecorder = {
  agency: 'residents',
  tables: indexTables,
  reference: () => ({}),
  record: (household, desk) => ({
    rows: together([
      ...household.members.flatMap((person) => [
        residentRows(person, desk),
        formerIdRows(person, desk),
        contactRows(person, household, desk),
        agencyRows(person, household),
      ]),
      householdRows(household, desk),
    ]),
    links: household.members.map(({ residentId, number }) => ({ localId: residentId, person: number })),
  }),
};

function together(parts: readonly IndexRows[]): AgencyRecords['rows'] {
  return Object.fromEntries(indexTables.map((table) => [table, parts.flatMap((part) => part[table] ?? [])]));
}
