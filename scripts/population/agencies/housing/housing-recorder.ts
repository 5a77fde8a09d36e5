import type { AgencyRecorder } from '../../recorder.ts';
import { openClientBook } from './client-book.ts';
import { isServedByVictimServiceProvider } from './is-served-by-victim-service-provider.ts';
import { openJournal, personTables } from './journal.ts';
import { recordStay } from './record-stay.ts';
import { referenceRows } from './reference-rows.ts';
import { staysOf } from './stays-of.ts';

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
