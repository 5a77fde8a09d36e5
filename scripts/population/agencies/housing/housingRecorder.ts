import type { AgencyRecorder } from '../../recorder.ts';
import { openClientBook } from './clientBook.ts';
import { isServedByVictimServiceProvider } from './isServedByVictimServiceProvider.ts';
import { openJournal, personTables } from './journal.ts';
import { recordStay } from './recordStay.ts';
import { referenceRows } from './referenceRows.ts';
import { staysOf } from './staysOf.ts';

const referenceTables = ['Organization', 'Project', 'Funder', 'ProjectCoC', 'HMISParticipation'];

/** The Continuum of Care's HMIS: it knows those who came to a homelessness project, and nobody else. */
export const housingRecorder: AgencyRecorder = {
  agency: 'housing',
  tables: [...referenceTables, ...personTables],
  reference: referenceRows,
  record: (household, desk) => {
    const journal = openJournal(desk);
    const clients = openClientBook(desk, journal);
    for (const stay of staysOf(household)) {
      if (!isServedByVictimServiceProvider(stay, desk)) {
        recordStay({ desk, household, journal, clients }, stay);
      }
    }
    return { rows: journal.rows, links: clients.links };
  },
};
