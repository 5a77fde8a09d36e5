import { describe, expect, test } from '@jest/globals';

import { openGovernance } from '../../src/governance/index.ts';
import { runWords } from '../cli/run-words.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { decision, testLedger } from './world/test-ledger.ts';

/** Makes the tables of governance, which a gateway has in the same database. */
async function governed(database: string): Promise<void> {
  const governance = await openGovernance({ database, log: silentLog });
  await governance.close();
}

eachDatabase('export-disclosures', (newDatabase) => {
  test('writes a table in which lists and quotation marks are fields, and no field is a formula', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    const decisions = [
      decision('housing-enrollment', 'housing'),
      decision('treatment', 'clinics', { outcome: 'deny' }),
    ];
    await world.disclose({ residentId: 'ANN', decisions, caller: { subject: '=1+"1"', agency: 'shelters' } });
    await world.ledger.settled();
    await governed(url);
    const { code, data } = await runWords(
      'export-disclosures',
      '--governance-database',
      url,
      '--resident',
      'ANN',
    );
    expect(code).toBe(0);
    const [header, row] = data.split('\n');
    expect(header?.split(',').slice(0, 5)).toEqual([
      'recorded_at',
      'resident',
      'outcome',
      'recipient_agency',
      'recipient_subject',
    ]);
    expect(row).toContain('2026-06-15T12:00:00.000Z,ANN,answered,shelters,"\'=1+""1""",');
    expect(row).toContain(',housing-enrollment,Resident.housing,treatment,Resident.clinics,an-agreement@1,');
  });

  test('follows a resident to what stands under ids that were merged into theirs', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    for (const residentId of ['ANN', 'ANN-2', 'BOB']) await world.disclose({ residentId });
    await world.ledger.settled();
    await governed(url);
    await world.ledger.database('merged_residents').insert({ resident_id: 'ANN-2', survivor_id: 'ANN' });
    const words = ['export-disclosures', '--governance-database', url, '--resident', 'ANN'];
    const { data } = await runWords(...words);
    const residents = data.split('\n').map((row) => row.split(',')[1]);
    expect(new Set(residents)).toEqual(new Set(['ANN', 'ANN-2', 'resident']));
  });

  test('writes AuditEvents of the profile for disclosures at their source', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    await world.disclose({ residentId: 'ANN' });
    await world.disclose({
      residentId: 'ANN',
      decisions: [decision('treatment', 'clinics', { outcome: 'deny' })],
    });
    await world.ledger.settled();
    const words = ['export-disclosures', '--governance-database', url, '--format', 'fhir'];
    const { data } = await runWords(...words);
    const events = data
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, never>>);
    expect(events.map(({ outcome }) => outcome)).toEqual(['4', '0']);
    for (const event of events) expectDisclosureAtSource(event);
  });
});

/** What the profile demands (IHE BALP 1.1.4, PrivacyDisclosure.Source). */
function expectDisclosureAtSource(event: Readonly<Record<string, unknown>>): void {
  expect(event).toMatchObject({
    resourceType: 'AuditEvent',
    type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110106' },
    subtype: [{ system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle', code: 'disclose' }],
    action: 'R',
    agent: [
      { type: { coding: [{ code: '110153' }] }, requestor: false, network: { type: '5' } },
      { type: { coding: [{ code: '110152' }] }, requestor: false, network: { type: '5' } },
      { requestor: true },
    ],
  });
  const { agent, source, entity } = event as {
    readonly agent: readonly { readonly who: unknown }[];
    readonly source: { readonly observer: unknown };
    readonly entity: readonly {
      readonly type: { readonly code: string };
      readonly role?: { readonly code: string };
    }[];
  };
  expect(agent[0]?.who).toEqual(source.observer);
  expect(entity.filter(({ type, role }) => type.code === '1' && role?.code === '1')).toHaveLength(1);
}

describe('an instant', () => {
  test('that is none is not understood', async () => {
    const words = ['export-disclosures', '--governance-database', 'sqlite:none', '--since', 'yesterday'];
    expect((await runWords(...words)).code).toBe(2);
  });
});
