import { pageByKey, rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database, PageLoader } from '@resident-graph/subgraph-kit';

import type { AdmissionRow, DischargeRow, EpisodeRow, PlainRow, SubstanceRow, TransferRow } from './rows.ts';

export type BehavioralHealthLoaders = ReturnType<typeof createLoaders>;

/** Everything that the resolvers read, built anew for each request. */
export function createLoaders(database: Database) {
  return {
    ordinaryAdmissions: admissions(database, 'TEDS_ORDINARY_ADMISSION'),
    minorConsentedAdmissions: admissions(database, 'TEDS_MINOR_ADMISSION'),
    transfers: listed<TransferRow>(database, 'TEDS_TRANSFER', 'EPISODE_KEY', ['ADMIT_DT', 'ADMISSION_KEY']),
    discharge: rowByKey<DischargeRow, string>(database, { table: 'TEDS_DISCHARGE', key: 'ADMISSION_KEY' }),
    substances: listed<SubstanceRow>(database, 'TEDS_SUBSTANCE', 'RECORD_KEY', [
      'PROBLEM_RANK',
      'SUBSTANCE_KEY',
    ]),
    medications: listed<PlainRow>(database, 'TEDS_MEDICATION', 'ADMISSION_KEY', [
      'START_DT',
      'MEDICATION_KEY',
    ]),
    counselingNotes: listed<PlainRow>(database, 'SUD_COUNSELING_NOTE', 'ADMISSION_KEY', [
      'SESSION_DT',
      'NOTE_KEY',
    ]),
    provider: rowByKey<PlainRow, string>(database, { table: 'TEDS_PROVIDER', key: 'PROVIDER_ID' }),
    ordinaryEpisodes: episodes(database, 'MH_ORDINARY_EPISODE'),
    minorConsentedEpisodes: episodes(database, 'MH_MINOR_EPISODE'),
    mentalHealthMedications: listed<PlainRow>(database, 'MH_MEDICATION', 'EPISODE_KEY', [
      'START_DT',
      'MEDICATION_KEY',
    ]),
    psychotherapyNotes: listed<PlainRow>(database, 'MH_PSYCHOTHERAPY_NOTE', 'EPISODE_KEY', [
      'SESSION_DT',
      'NOTE_KEY',
    ]),
  };
}

function admissions(database: Database, table: string): PageLoader<AdmissionRow, string> {
  return latestFirst(database, table, 'ADMISSION_KEY');
}

function episodes(database: Database, table: string): PageLoader<EpisodeRow, string> {
  return latestFirst(database, table, 'EPISODE_KEY');
}

function latestFirst<Row>(database: Database, table: string, tieBreaker: string): PageLoader<Row, string> {
  const orderBy = { column: 'ADMIT_DT', order: 'desc' } as const;
  return pageByKey<Row, string>(database, { table, key: 'CLIENT_KEY', orderBy, tieBreaker });
}

function listed<Row>(database: Database, table: string, key: string, ascending: readonly string[]) {
  const orderBy = ascending.map((column) => ({ column, order: 'asc' as const }));
  return rowsByKey<Row, string>(database, { table, key, orderBy });
}
