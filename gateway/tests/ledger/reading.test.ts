import { expect, test } from '@jest/globals';

import { checkIndex, rebuildIndex } from '../../src/ledger/index.ts';
import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { memoryLog } from './world/memory-log.ts';
import { decision, testLedger } from './world/test-ledger.ts';

const ann = callerOf({ subject: 'ann', agency: 'residents', roles: ['resident'], residentId: 'ANN' });
const officer = callerOf({ subject: 'officer', agency: 'clinics', roles: ['privacy-officer'] });
const day = 24 * 3_600_000;

/** A decision about fields of no category, as most operations have one. */
const openField = {
  ...decision('none', 'none'),
  categories: [],
  providers: [],
  coordinates: ['Resident.id'],
};

const fields =
  'pageInfo { hasNextPage endCursor } edges { node { subject recipient purposeOfUse decisions { categories } } }';

/** Purposes of the disclosures that a field of the resident gives. */
function purposesIn(data: unknown, field: string): readonly (string | null)[] {
  return nodesIn(data, field).map(({ purposeOfUse }) => purposeOfUse);
}

interface Node {
  readonly subject: string | null;
  readonly recipient: string;
  readonly purposeOfUse: string | null;
  readonly decisions: readonly { readonly categories: readonly string[] }[];
}

function nodesIn(data: unknown, field: string): readonly Node[] {
  const { _entities: entities } = data as { _entities: Record<string, { edges: { node: Node }[] }>[] };
  const [resident] = entities;
  return resident?.[field]?.edges.map(({ node }) => node) ?? [];
}

function aboutAnn(selection: string): string {
  return `{ _entities(representations: [{ __typename: "Resident", id: "ANN" }]) { ... on Resident { ${selection} } } }`;
}

eachDatabase('the disclosures of a resident', (newDatabase) => {
  test('tell of nobody who is hidden to somebody who asks by their name', async () => {
    await using world = await testLedger(await newDatabase());
    const bob = { subject: 'bob', agency: 'residents', roles: ['resident'], residentId: 'BOB' };
    await world.disclose({ residentId: 'ANN', caller: bob, purposeOfUse: 'PATRQT' });
    const all = await world.ask(ann, aboutAnn(`disclosures(first: 5) { ${fields} }`));
    expect(nodesIn(all.data, 'disclosures').map(({ subject }) => subject)).toEqual([null]);
    const byName = aboutAnn(`disclosures(first: 5, filter: { subject: "bob" }) { ${fields} }`);
    const named = await world.ask(ann, byName);
    expect(named.codes).toEqual([]);
    expect(nodesIn(named.data, 'disclosures')).toEqual([]);
  });

  test('are told to the resident, newest first, page by page, and to nobody else', async () => {
    await using world = await testLedger(await newDatabase());
    for (const purposeOfUse of ['TREAT', 'HOPERAT', 'AUDIT']) {
      await world.disclose({ residentId: 'ANN', purposeOfUse });
      await world.disclose({ residentId: 'BOB', purposeOfUse });
      world.clock.now = new Date(world.clock.now.getTime() + 1000);
    }
    const { data } = await world.ask(ann, aboutAnn(`disclosures(first: 2) { ${fields} }`));
    expect(purposesIn(data, 'disclosures')).toEqual(['AUDIT', 'HOPERAT']);
    const { _entities: entities } = data as {
      _entities: [{ disclosures: { pageInfo: { endCursor: string } } }];
    };
    const [{ disclosures }] = entities;
    const next = `disclosures(first: 2, after: "${disclosures.pageInfo.endCursor}") { ${fields} }`;
    expect(purposesIn((await world.ask(ann, aboutAnn(next))).data, 'disclosures')).toEqual(['TREAT']);
    const neighbour = callerOf({
      subject: 'bob',
      agency: 'residents',
      roles: ['resident'],
      residentId: 'BOB',
    });
    const theirs = await world.ask(neighbour, aboutAnn(`disclosures { ${fields} }`));
    expect(purposesIn(theirs.data, 'disclosures')).toEqual([]);
  });

  test('can be asked for by purpose, agency and time', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', caller: { agency: 'clinics' } });
    world.clock.now = new Date(world.clock.now.getTime() + day);
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT' });
    const filtered = async (filter: string): Promise<readonly (string | null)[]> => {
      const answer = await world.ask(ann, aboutAnn(`disclosures(filter: { ${filter} }) { ${fields} }`));
      return purposesIn(answer.data, 'disclosures');
    };
    expect(await filtered('purposesOfUse: ["TREAT"]')).toEqual(['TREAT']);
    expect(await filtered('recipient: "clinics"')).toEqual(['TREAT']);
    expect(await filtered('provider: "housing"')).toEqual(['AUDIT', 'TREAT']);
    expect(await filtered('provider: "clinics"')).toEqual([]);
    expect(await filtered('since: "2026-06-16T00:00:00Z"')).toEqual(['AUDIT']);
    expect(await filtered('until: "2026-06-16T00:00:00Z"')).toEqual(['TREAT']);
  });

  test('show the resident nothing that is concealed, and no other resident by name', async () => {
    await using world = await testLedger(await newDatabase());
    const concealed = decision('housing-enrollment', 'housing', { outcome: 'deny', isConcealed: true });
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT', decisions: [concealed] });
    await world.disclose({
      residentId: 'ANN',
      purposeOfUse: 'HLEGAL',
      decisions: [decision('sealed', 'courts')],
    });
    const guardian = { subject: 'bob', agency: 'residents', roles: ['resident'], residentId: 'BOB' };
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'FAMRQT', caller: guardian });
    const { data } = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(nodesIn(data, 'disclosures')).toMatchObject([{ purposeOfUse: 'FAMRQT', subject: null }]);
  });

  test('show the resident no record of which open fields alone remain beside what is concealed', async () => {
    await using world = await testLedger(await newDatabase());
    const concealed = decision('housing-enrollment', 'housing', { outcome: 'deny', isConcealed: true });
    await world.disclose({ residentId: 'ANN', decisions: [concealed, openField] });
    await world.disclose({ residentId: 'ANN', decisions: [decision('sealed', 'courts'), openField] });
    const { data } = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(nodesIn(data, 'disclosures')).toEqual([]);
  });

  test('answer to a filter by provider only as far as they show', async () => {
    await using world = await testLedger(await newDatabase());
    const decisions = [decision('sealed', 'courts'), decision('housing-enrollment', 'housing')];
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT', decisions });
    const of = async (provider: string): Promise<readonly (string | null)[]> => {
      const asked = `disclosures(filter: { provider: "${provider}" }) { ${fields} }`;
      return purposesIn((await world.ask(ann, aboutAnn(asked))).data, 'disclosures');
    };
    expect(await of('housing')).toEqual(['AUDIT']);
    expect(await of('courts')).toEqual([]);
  });

  test('show officers what concerns their agency, and no more of it', async () => {
    await using world = await testLedger(await newDatabase());
    const both = [decision('treatment', 'clinics'), decision('housing-enrollment', 'housing')];
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', decisions: both });
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT' });
    const { data } = await world.ask(officer, aboutAnn(`disclosures { ${fields} }`));
    expect(nodesIn(data, 'disclosures').map(({ decisions }) => decisions)).toEqual([
      [{ categories: ['treatment'] }],
    ]);
    const mine = await world.ask(officer, `{ disclosuresOfMyAgency { ${fields} } }`);
    expect(mine.data).toMatchObject({
      disclosuresOfMyAgency: { edges: [{ node: { purposeOfUse: 'TREAT' } }] },
    });
  });
});

eachDatabase('what belongs to a whole operation', (newDatabase) => {
  const circumstances = 'disclosures { edges { node { agencies consents operationName } } }';

  test('shows to officers only if all of it concerns their agency', async () => {
    await using world = await testLedger(await newDatabase());
    const clinics = decision('treatment', 'clinics');
    const decisions = [clinics, decision('housing-enrollment', 'housing')];
    const consents = ['consent-1'];
    const seen = async (): Promise<unknown> =>
      nodesIn((await world.ask(officer, aboutAnn(circumstances))).data, 'disclosures')[0];
    await world.disclose({ residentId: 'ANN', decisions, consents });
    expect(await seen()).toEqual({ agencies: [], consents: [], operationName: null });
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    await world.disclose({ residentId: 'ANN', decisions: [clinics], consents });
    expect(await seen()).toEqual({ agencies: [], consents, operationName: 'Page' });
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    await world.disclose({ residentId: 'ANN', decisions, consents, caller: { agency: 'clinics' } });
    expect(await seen()).toEqual({ agencies: ['housing'], consents, operationName: 'Page' });
  });
});

eachDatabase('the accounting of 45 CFR 164.528', (newDatabase) => {
  const treatment = [decision('treatment', 'clinics')];
  const accounting = aboutAnn(`accountingOfDisclosures(provider: "clinics") { ${fields} }`);

  test('contains what was disclosed to housing, and omits what needs no accounting', async () => {
    await using world = await testLedger(await newDatabase());
    const disclose = (purposeOfUse: string, more: object = {}): Promise<void> =>
      world.disclose({ residentId: 'ANN', purposeOfUse, decisions: treatment, ...more });
    await disclose('HOUSING_PLACEMENT');
    for (const purpose of ['TREAT', 'HPAYMT', 'HOPERAT']) await disclose(purpose);
    await disclose('AUDIT', { consents: ['consent-1'] });
    await disclose('PATRQT', { caller: ann });
    await disclose('HLEGAL', {
      decisions: [decision('treatment', 'clinics', { agreement: 'custodial-care' })],
    });
    await disclose('PUBHLTH', { outcome: 'refused' });
    await disclose('THREAT', { decisions: [decision('housing-enrollment', 'housing')] });
    const { data } = await world.ask(ann, accounting);
    expect(purposesIn(data, 'accountingOfDisclosures')).toEqual(['HOUSING_PLACEMENT']);
  });

  test('reaches back six years', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT', decisions: treatment });
    world.clock.now = new Date('2032-06-15T11:00:00Z');
    expect(purposesIn((await world.ask(ann, accounting)).data, 'accountingOfDisclosures')).toEqual(['AUDIT']);
    world.clock.now = new Date('2032-06-15T13:00:00Z');
    expect(purposesIn((await world.ask(ann, accounting)).data, 'accountingOfDisclosures')).toEqual([]);
  });

  test('is suspended by an oral statement for 30 days and by a written one until its date', async () => {
    await using world = await testLedger(await newDatabase());
    const police = { subject: 'detective', agency: 'state-police' };
    const decisions = [...treatment, openField, decision('housing-enrollment', 'housing')];
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'HLEGAL', decisions, caller: police });
    const shown = async (): Promise<number> => {
      const page = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
      const account = await world.ask(ann, accounting);
      const counts = [nodesIn(page.data, 'disclosures'), nodesIn(account.data, 'accountingOfDisclosures')];
      expect(counts[0]?.length).toBe(counts[1]?.length);
      return counts[0]?.length ?? 0;
    };
    const suspend = (more: string, caller = officer): ReturnType<typeof world.ask> =>
      world.ask(
        caller,
        `mutation { suspendAccounting(input: { residentId: "ANN", agency: "state-police", statement: "Det. Roe", ${more} }) { id endsAt } }`,
      );
    expect(await shown()).toBe(1);
    expect((await suspend('form: ORAL', ann)).codes).toEqual(['FORBIDDEN']);
    expect((await suspend('form: WRITTEN')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await suspend('form: ORAL, endsAt: "2026-07-16T12:00:00Z"')).codes).toEqual(['BAD_USER_INPUT']);
    await suspend('form: ORAL');
    expect(await shown()).toBe(0);
    world.clock.now = new Date(world.clock.now.getTime() + 30 * day - 1);
    expect(await shown()).toBe(0);
    world.clock.now = new Date(world.clock.now.getTime() + 1);
    expect(await shown()).toBe(1);
    const written = await suspend('form: WRITTEN, endsAt: "2027-01-01T00:00:00Z"');
    world.clock.now = new Date('2026-12-31T23:59:59Z');
    expect(await shown()).toBe(0);
    const { id } = (written.data as { suspendAccounting: { id: string } }).suspendAccounting;
    await world.ask(officer, `mutation { resumeAccounting(id: "${id}") { id } }`);
    world.clock.now = new Date(world.clock.now.getTime() + 1);
    expect(await shown()).toBe(1);
  });
});

eachDatabase('the list of 42 CFR 2.24', (newDatabase) => {
  test('names who was given treatment records by consent in the last three years', async () => {
    await using world = await testLedger(await newDatabase());
    const decisions = [decision('treatment', 'clinics'), decision('housing-enrollment', 'housing')];
    const consents = ['consent-1'];
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', decisions, consents });
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'ETREAT', decisions });
    const list = aboutAnn(`treatmentRecordRecipients { ${fields} }`);
    const { data } = await world.ask(ann, list);
    expect(nodesIn(data, 'treatmentRecordRecipients')).toMatchObject([
      { purposeOfUse: 'TREAT', recipient: 'shelters', decisions: [{ categories: ['treatment'] }] },
    ]);
    world.clock.now = new Date('2029-06-16T12:00:00Z');
    expect(nodesIn((await world.ask(ann, list)).data, 'treatmentRecordRecipients')).toEqual([]);
  });
});

eachDatabase('forgetting', (newDatabase) => {
  test('leaves every entry as it was, and nothing that says whom it is about', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    await world.disclose({ residentId: 'ANN' });
    await world.disclose({ residentId: 'BOB' });
    await world.ledger.settled();
    const before = world.kept.entries.map(String);
    const registrar = callerOf({ subject: 'registrar', agency: 'residents', roles: ['privacy-officer'] });
    const order = 'mutation { forgetDisclosures(residentId: "ANN") { years } }';
    expect((await world.ask(officer, order)).codes).toEqual(['FORBIDDEN']);
    expect((await world.ask(registrar, order)).data).toEqual({ forgetDisclosures: { years: 1 } });
    expect(world.kept.entries.map(String).slice(0, before.length)).toEqual(before);
    const seen = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(nodesIn(seen.data, 'disclosures')).toEqual([]);
    const rows = await world.ledger.database('ledger_disclosures').select('resident_id');
    expect(rows).toEqual([{ resident_id: 'BOB' }]);
    const keys = await world.ledger.database('ledger_keys').whereNotNull('resident_id').select('resident_id');
    expect(keys).toEqual([{ resident_id: 'BOB' }]);
  });
});

eachDatabase('an order to forget', (newDatabase) => {
  test('is in the ledger with who gave it before anything is done', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN' });
    await world.ledger.settled();
    await world.ledger.forget(['ANN'], 'registrar');
    const last = JSON.parse(String(world.kept.entries.at(-1))) as unknown;
    expect(last).toMatchObject({ type: 'keys-destroyed', reason: 'order', by: 'registrar' });
  });

  test('holds for what was recorded and not yet indexed, and what comes has another key', async () => {
    await using world = await testLedger(await newDatabase());
    const { ledger, clock, kept } = world;
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'AUDIT' });
    await ledger.forget(['ANN'], 'registrar');
    clock.now = new Date(clock.now.getTime() + 1000);
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT' });
    const { data } = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(purposesIn(data, 'disclosures')).toEqual(['TREAT']);
    const keys = kept.entries
      .map((entry) => JSON.parse(String(entry)) as { readonly type: string; readonly key?: string })
      .flatMap(({ type, key }) => (type === 'disclosure' ? [key] : []));
    expect(new Set(keys).size).toBe(2);
  });
});

eachDatabase('the index', (newDatabase) => {
  test('is made anew from the log alone', async () => {
    const url = await newDatabase();
    const kept = memoryLog();
    {
      await using world = await testLedger(url, kept);
      await world.disclose({ residentId: 'ANN', consents: ['consent-1'], breakGlass: 'session-1' });
      await world.disclose({ residentId: 'BOB' });
      await world.ledger.settled();
      const { database, keys } = world.ledger;
      const read = async (): Promise<unknown[]> =>
        database('ledger_disclosures').orderBy('sequence').select();
      const rows = await read();
      expect(rows).toHaveLength(2);
      await database('ledger_disclosures').delete();
      const checked = { database, keys, ledger: kept, name: 'test' };
      const problems: string[] = [];
      for await (const { kind } of checkIndex(checked)) problems.push(kind);
      expect(problems).toEqual(['missing', 'missing']);
      await rebuildIndex(checked);
      expect(await read()).toEqual(rows);
    }
  });

  test('takes what a client sends at any length, and goes on', async () => {
    await using world = await testLedger(await newDatabase());
    const long = '\u0000🏠'.repeat(500);
    const caller = { subject: long, agency: long, application: long };
    await world.disclose({
      residentId: 'ANN',
      purposeOfUse: 'AUDIT',
      caller,
      operationName: 'A'.repeat(2000),
    });
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT' });
    const { data } = await world.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(purposesIn(data, 'disclosures')).toHaveLength(2);
    const { database, keys } = world.ledger;
    for await (const problem of checkIndex({ database, keys, ledger: world.kept, name: 'test' }))
      expect(problem).toBeNull();
  });

  test('goes on where it was left', async () => {
    const url = await newDatabase();
    const kept = memoryLog();
    {
      await using world = await testLedger(url, kept);
      await world.disclose({ residentId: 'ANN' });
    }
    await using again = await testLedger(url, kept);
    await again.disclose({ residentId: 'ANN' });
    const { data } = await again.ask(ann, aboutAnn(`disclosures { ${fields} }`));
    expect(nodesIn(data, 'disclosures')).toHaveLength(2);
  });
});

function provenPage(first: number): string {
  return `{ disclosuresOfMyAgency(first: ${first}) { edges { node { proof { leafHash } } } } }`;
}

eachDatabase('the uses of an agency’s data', (newDatabase) => {
  const steward = callerOf({ subject: 'steward', agency: 'housing', roles: ['data-steward'] });
  const counts = '{ name shown withheld }';
  const uses = (when = ''): string =>
    `{ usesOfMyAgency${when} { days ${counts} fields ${counts} purposes ${counts} recipients ${counts} subjects ${counts} } }`;

  test('are counted by day, field, purpose and recipient, without what is of other agencies', async () => {
    await using world = await testLedger(await newDatabase());
    const both = [decision('housing-enrollment', 'housing'), decision('treatment', 'clinics')];
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', decisions: both });
    await world.disclose({ residentId: 'BOB', purposeOfUse: 'TREAT', decisions: both });
    await world.disclose({ residentId: 'ANN', decisions: [decision('treatment', 'clinics')] });
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', outcome: 'undelivered' });
    world.clock.now = new Date(world.clock.now.getTime() + day);
    const denied = decision('housing-hiv', 'housing', { outcome: 'deny' });
    await world.disclose({ residentId: 'ANN', caller: { agency: 'courts' }, decisions: [denied] });
    const { data } = await world.ask(steward, uses());
    expect(data).toEqual({
      usesOfMyAgency: {
        days: [
          { name: '2026-06-15', shown: 2, withheld: 0 },
          { name: '2026-06-16', shown: 0, withheld: 1 },
        ],
        fields: [{ name: 'Resident.housing', shown: 2, withheld: 1 }],
        purposes: [
          { name: 'TREAT', shown: 2, withheld: 0 },
          { name: 'HOUSING_PLACEMENT', shown: 0, withheld: 1 },
        ],
        recipients: [
          { name: 'shelters', shown: 2, withheld: 0 },
          { name: 'courts', shown: 0, withheld: 1 },
        ],
        subjects: [{ name: 'caseworker-1', shown: 2, withheld: 1 }],
      },
    });
    const later = await world.ask(steward, uses('(since: "2026-06-16T00:00:00Z")'));
    expect(later.data).toMatchObject({ usesOfMyAgency: { days: [{ name: '2026-06-16' }] } });
  });

  test('are told to officers, of a year at most', async () => {
    await using world = await testLedger(await newDatabase());
    expect((await world.ask(ann, uses())).codes).toEqual(['FORBIDDEN']);
    const long = uses('(since: "2024-06-16T00:00:00Z", until: "2026-06-16T00:00:00Z")');
    expect((await world.ask(steward, long)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('can be searched by resident, person and break-glass session', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN', purposeOfUse: 'TREAT', caller: { subject: 'one' } });
    await world.disclose({ residentId: 'BOB', purposeOfUse: 'ETREAT', breakGlass: 'session-1' });
    const found = async (filter: string): Promise<unknown> => {
      const query = `{ disclosuresOfMyAgency(filter: { ${filter} }) { edges { node { purposeOfUse } } } }`;
      const { data } = await world.ask(steward, query);
      const page = data as { disclosuresOfMyAgency: { edges: { node: { purposeOfUse: string } }[] } };
      return page.disclosuresOfMyAgency.edges.map(({ node }) => node.purposeOfUse);
    };
    expect(await found('residentId: "ANN"')).toEqual(['TREAT']);
    expect(await found('subject: "one"')).toEqual(['TREAT']);
    expect(await found('breakGlass: "session-1"')).toEqual(['ETREAT']);
    expect(await found('residentId: "ANN", breakGlass: "session-1"')).toEqual([]);
    const other = aboutAnn(`disclosures(filter: { residentId: "BOB" }) { ${fields} }`);
    expect(nodesIn((await world.ask(ann, other)).data, 'disclosures')).toEqual([]);
  });

  test('carry no proof before the log has signed, and at most fifty in one request', async () => {
    await using world = await testLedger(await newDatabase());
    for (let count = 0; count < 51; count += 1) await world.disclose({ residentId: 'ANN' });
    expect((await world.ask(steward, provenPage(50))).codes).toEqual([]);
    expect(new Set((await world.ask(steward, provenPage(51))).codes)).toEqual(new Set(['BAD_USER_INPUT']));
  });
});
