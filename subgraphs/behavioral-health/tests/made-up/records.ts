import type { Database } from '@resident-graph/subgraph-kit';

export type Columns = Readonly<Record<string, unknown>>;

/** The provider that made-up rows name unless they name another. */
export const anyProvider = 'FH100106';

/** A resident id of the form that the resident index issues. */
export function residentId(number: number): string {
  return `01J${String(number).padStart(23, '0')}`;
}

export async function addProvider(database: Database, id: string): Promise<void> {
  await database('TEDS_PROVIDER').insert({
    PROVIDER_ID: id,
    PROVIDER_NAME: `Provider ${id}`,
    CITY: 'Port Ellery',
    STATE_CD: 'FH',
    TAXONOMY_CD: '261QR0405X',
    PART2_PROGRAM: 1,
  });
}

/** A client of a provider that is the resident's; answers its local id. */
export async function addClient(
  database: Database,
  { resident, client, provider = anyProvider }: { resident: string; client: string; provider?: string },
): Promise<string> {
  const key = `${provider}:${client}`;
  await database('TEDS_CLIENT').insert({ CLIENT_KEY: key, PROVIDER_ID: provider, CLIENT_ID: client });
  await database('resident_links').insert({ resident_id: resident, local_id: key });
  return key;
}

/** An admission of the client; codes that nobody asks about are some valid ones. */
export function admissionRow(key: string, client: string, columns: Columns = {}): Columns {
  const [provider = '', clientId = ''] = client.split(':');
  return {
    ADMISSION_KEY: key,
    CLIENT_KEY: client,
    PROVIDER_ID: provider,
    CLIENT_ID: clientId,
    TRANS_TYPE: 'A',
    EPISODE_KEY: key,
    ADMIT_DT: '2025-03-01',
    CODEPENDENT: 2,
    PRIOR_EPISODES: '1',
    REFERRAL_SRC: '07',
    DETAILED_CJ_REF: '05',
    SERVICE_SETTING: '06',
    MAT_OPIOID: '1',
    ARRESTS_30: 1,
    DAYS_WAITING: 4,
    PAYMENT_SRC: '04',
    FUNDING_SRC: 'SUBG',
    MINOR_CONSENT: 2,
    ...columns,
  };
}

export async function addAdmission(
  database: Database,
  ...[key, client, columns]: Parameters<typeof admissionRow>
): Promise<void> {
  await database('TEDS_ADMISSION').insert(admissionRow(key, client, columns));
}

/** An episode of mental health care of the client. */
export function episodeRow(key: string, client: string, columns: Columns = {}): Columns {
  return {
    EPISODE_KEY: key,
    CLIENT_KEY: client,
    PROVIDER_ID: client.split(':')[0],
    ADMIT_DT: '2025-05-01',
    DISCHARGE_DT: '2025-05-20',
    SERVICE_SETTING: '73',
    CRISIS: 2,
    DIAGNOSIS_CATEGORY: 'F32',
    LEGAL_STATUS: '01',
    SMI_SED: '4',
    REFERRAL_SRC: '03',
    PAYMENT_SRC: '04',
    FUNDING_SRC: 'MHBG',
    MINOR_CONSENT: 2,
    ...columns,
  };
}

export async function addEpisode(
  database: Database,
  ...[key, client, columns]: Parameters<typeof episodeRow>
): Promise<void> {
  await database('MH_EPISODE').insert(episodeRow(key, client, columns));
}
