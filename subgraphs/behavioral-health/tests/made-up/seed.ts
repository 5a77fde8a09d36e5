import type { Database } from '@resident-graph/subgraph-kit';

import { addProvider, admissionRow, anyProvider, episodeRow, residentId } from './records.ts';
import type { Columns } from './records.ts';

interface Story {
  readonly client: string;
  readonly key: string;
  /** TEDS code: 1 yes, 2 no. */
  readonly minorConsent: 1 | 2;
}

/** A hundred residents, each with a record of every kind, ordinary and consented to by a minor alone. */
export async function seed(database: Database): Promise<{ readonly residentIds: readonly string[] }> {
  const numbers = Array.from({ length: 100 }, (_, number) => number);
  const stories = numbers.flatMap((number): Story[] => [
    { client: clientOf(number), key: `A${number}`, minorConsent: 2 },
    { client: clientOf(number), key: `B${number}`, minorConsent: 1 },
  ]);
  await addProvider(database, anyProvider);
  await database('resident_links').insert(
    numbers.map((number) => ({ resident_id: residentId(number), local_id: clientOf(number) })),
  );
  for (const [table, rowsOf] of Object.entries(rows)) await database(table).insert(stories.flatMap(rowsOf));
  return { residentIds: numbers.map(residentId) };
}

function clientOf(number: number): string {
  return `${anyProvider}:${number}`;
}

/** What one treatment and one episode of mental health care leave in each table. */
const rows: Readonly<Record<string, (story: Story) => readonly Columns[]>> = {
  TEDS_ADMISSION: ({ client, key, minorConsent }) => [
    admissionRow(key, client, { MINOR_CONSENT: minorConsent }),
    admissionRow(`T${key}`, client, { MINOR_CONSENT: minorConsent, TRANS_TYPE: 'T', EPISODE_KEY: key }),
  ],
  TEDS_DISCHARGE: ({ key }) => [
    {
      DISCHARGE_KEY: `D${key}`,
      ADMISSION_KEY: key,
      LAST_CONTACT_DT: '2025-04-01',
      DISCHARGE_DT: '2025-04-02',
      REASON: '05',
      SERVICE_SETTING: '06',
    },
  ],
  TEDS_SUBSTANCE: ({ key }) => [substanceRow(`1${key}`, key), substanceRow(`2${key}`, `D${key}`)],
  TEDS_MEDICATION: ({ key }) => [
    { MEDICATION_KEY: key, ADMISSION_KEY: key, MEDICATION_CD: 'BUPR', START_DT: '2025-03-02' },
  ],
  SUD_COUNSELING_NOTE: ({ key }) => [
    { NOTE_KEY: key, ADMISSION_KEY: key, SESSION_DT: '2025-03-09', NOTE_TEXT: 'A note.' },
  ],
  MH_EPISODE: ({ client, key, minorConsent }) => [episodeRow(key, client, { MINOR_CONSENT: minorConsent })],
  MH_MEDICATION: ({ key }) => [
    { MEDICATION_KEY: key, EPISODE_KEY: key, MEDICATION_NAME: 'sertraline', START_DT: '2025-05-02' },
  ],
  MH_PSYCHOTHERAPY_NOTE: ({ key }) => [
    { NOTE_KEY: key, EPISODE_KEY: key, SESSION_DT: '2025-05-09', NOTE_TEXT: 'A note.' },
  ],
};

function substanceRow(key: string, record: string): Columns {
  return {
    SUBSTANCE_KEY: key,
    RECORD_KEY: record,
    PROBLEM_RANK: 1,
    SUBSTANCE: '05',
    ROUTE: '04',
    FREQUENCY: '05',
    AGE_FIRST_USE: 19,
  };
}
