import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { emptyRecord } from '../../src/linkage/index.ts';
import { readIndex } from '../../src/master-index/index.ts';
import { openIndex, type TestIndex } from '../master-index/open-index.ts';
import { questionOf } from './open-desk.ts';
import { officer, openDoor, secondSteward, steward, type Door } from './through-the-door.ts';

const commands = [
  'claimReview(input: { id: "q", expectedVersion: 1 }) { refusal }',
  'deferReview(input: { id: "q", reason: "r", expectedVersion: 1 }) { refusal }',
  'decideReview(input: { id: "q", decision: SAME_PERSON, reason: "r", expectedVersion: 1 }) { refusal }',
  'linkRecord(input: { record: "h1", resident: "x", reason: "r", expectedVersion: 1 }) { refusal }',
  'unlinkRecord(input: { record: "h1", reason: "r", expectedVersion: 1 }) { refusal }',
  'mergeResidents(input: { survivor: "x", merged: "y", reason: "r", expectedVersion: 1 }) { refusal }',
  'undoIdentityEvent(input: { sequence: 1, reason: "r" }) { refusal }',
];

const questions = [
  'reviewQueue { edges { node { id } } }',
  'review(id: "q") { id }',
  'identityQuality { automaticLinks { judged } }',
];

const strangers = [
  ["another agency's data steward", officer('steward-3', 'housing', 'data-steward')],
  ['a caseworker of the same agency', officer('clerk-1', 'residents', 'index-registrar')],
  ['somebody without a role', { ...officer('nobody', 'residents', ''), roles: [] }],
  ['the steward to whom the gateway permits nothing of it', { ...steward, permitted: ['resident-identity'] }],
] as const;

eachDialect('who is whom, through the door of the subgraph', (open) => {
  let opened: TestIndex;
  let door: Door;
  beforeAll(async () => {
    opened = await openIndex(open);
    door = await openDoor(opened);
    await opened.index.load({ id: 'h1', source: 'housing', person: personOf('Ana') });
    await opened.index.load({ id: 'b1', source: 'benefits', person: personOf('ANA') });
  });
  afterAll(async () => door.close());

  test.each(strangers)('is neither told to nor changed by %s', async (_, who) => {
    const before = await readIndex(opened.database);
    for (const command of commands) {
      const name = command.split('(')[0]!;
      expect(await door.ask(who, `mutation { ${command} }`)).toEqual({
        data: { [name]: null },
        codes: ['FIELD_WITHHELD'],
      });
    }
    for (const question of questions) {
      const name = question.split(/\W/)[0]!;
      expect(await door.ask(who, `{ ${question} }`)).toEqual({
        data: { [name]: null },
        codes: ['FIELD_WITHHELD'],
      });
    }
    expect(await readIndex(opened.database)).toEqual(before);
  });

  test('is told to nobody whom the gateway does not vouch for', async () => {
    expect(await door.unsigned('{ reviewQueue { edges { node { id } } } }')).toBe(401);
  });

  test('is not told of a resident to another agency, whatever the gateway permits', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident {
      identityVersion identityRecords { id } identityHistory { edges { node { actor } } } } } }`;
    const variables = { r: [{ __typename: 'Resident', id: await opened.residentOf('h1') }] };
    const { data, codes } = await door.ask(officer('steward-3', 'housing', 'data-steward'), query, variables);
    expect(data).toEqual({
      _entities: [{ identityVersion: null, identityRecords: null, identityHistory: null }],
    });
    expect(new Set(codes)).toEqual(new Set(['FIELD_WITHHELD']));
  });

  test('is judged by two officers, and entered in the log with who, why and for what', async () => {
    const review = await questionOf(opened, 'POSSIBLE_MATCH');
    const listed = await door.ask(steward, '{ reviewQueue { edges { node { id version status kind } } } }');
    expect(listed.data).toEqual({
      reviewQueue: { edges: [{ node: { id: review, version: 1, status: 'OPEN', kind: 'POSSIBLE_MATCH' } }] },
    });
    const claimed = await door.ask(steward, claim, { input: { id: review, expectedVersion: 1 } });
    expect(claimed).toEqual({
      data: {
        claimReview: { refusal: null, review: { version: 2, claimedBy: 'steward-1', decision: null } },
      },
      codes: [],
    });
    const late = await door.ask(secondSteward, claim, { input: { id: review, expectedVersion: 1 } });
    expect(late.data).toMatchObject({ claimReview: { refusal: 'CLAIMED_BY_ANOTHER' } });
    // By chance a second reader may be wanted: the desk is told that one is.
    await opened.database('review_work').update({ needs_second_reader: 1 });
    expect(await decided(steward, review, 2)).toMatchObject({
      outcome: 'AWAITS_SECOND_READER',
      sequence: null,
    });
    const unread = await door.ask(
      secondSteward,
      `query ($id: ID!) { review(id: $id) { decision readings { reader } } }`,
      {
        id: review,
      },
    );
    expect(unread.data).toEqual({ review: { decision: null, readings: null } });
    await door.ask(secondSteward, claim, { input: { id: review, expectedVersion: 3 } });
    const { sequence, ...rest } = await decided(secondSteward, review, 4);
    expect(rest).toMatchObject({ outcome: 'APPLIED', review: { decision: 'SAME_PERSON' } });
    const event = await opened.database('index_events').where({ sequence }).first();
    expect(event).toMatchObject({ actor: 'steward-2', purpose: 'HOPERAT', reason: 'Papers seen.' });
    expect(await opened.residentOf('b1')).toBe(await opened.residentOf('h1'));
  });

  test('shows how two records compare, and no value of either', async () => {
    const review = await questionOf(opened, 'POSSIBLE_MATCH');
    const query = `query ($id: ID!) { review(id: $id) { id kind status version record probability openedAt deferrals
      recordResident { id } resident { id } readings { reader decision reason at }
      evidence { field level agreement contradicts weight } } }`;
    const { data, codes } = await door.ask(steward, query, { id: review });
    expect(codes).toEqual([]);
    expect((data['review'] as { evidence: object[] }).evidence).toContainEqual({
      field: 'surname',
      level: 'exact',
      agreement: 'AGREES',
      contradicts: false,
      weight: null,
    });
    expect(JSON.stringify(data).toLowerCase()).not.toMatch(/(\bana\b|quillfeather|1961|housing|benefits)/);
  });

  test('is told of a resident with all that was done, and corrected and undone by an officer', async () => {
    const resident = await opened.residentOf('b1');
    const { data } = await door.ask(steward, history, { r: [{ __typename: 'Resident', id: resident }] });
    const [{ identityVersion, identityRecords, identityHistory }] = data['_entities'] as [History];
    expect(identityRecords.map(({ id }) => id)).toEqual(['h1', 'b1']);
    expect(identityHistory.edges[0]?.node).toMatchObject({
      sequence: identityVersion,
      type: 'LINK',
      actor: 'steward-2',
      purposeOfUse: 'HOPERAT',
      isUndone: false,
      links: [{ record: 'b1', isLinked: true, method: 'MANUAL' }],
    });
    const input = { record: 'b1', reason: 'A namesake.', expectedVersion: identityVersion };
    const old = { ...input, expectedVersion: identityVersion - 1 };
    expect(await door.ask(steward, unlink, { input: old })).toMatchObject({
      data: { unlinkRecord: { refusal: 'CHANGED_SINCE', sequence: null } },
    });
    const unlinked = await door.ask(steward, unlink, { input });
    const { sequence } = unlinked.data['unlinkRecord'] as { sequence: number };
    expect(await opened.residentOf('b1')).not.toBe(resident);
    const undone = await door.ask(steward, undo, { input: { sequence, reason: 'It was not.' } });
    expect(undone.data).toMatchObject({ undoIdentityEvent: { refusal: null } });
    expect(await opened.residentOf('b1')).toBe(resident);
    const nothing = await door.ask(steward, undo, { input: { sequence, reason: ' ' } });
    expect(nothing.data).toMatchObject({ undoIdentityEvent: { refusal: 'REASON_MISSING' } });
  });

  test('tells nobody who asked whether two are one, and why, before a second officer has answered', async () => {
    await opened.index.load({ id: 'p1', source: 'housing', person: personOf('Zoe') });
    await opened.index.load({ id: 'p2', source: 'housing', person: personOf('Ines') });
    await opened.index.load({ id: 'p3', source: 'housing', person: personOf('Noor') });
    const [survivor, merged] = await Promise.all(['p1', 'p2'].map(opened.residentOf));
    await opened.index.link('p3', survivor!, { actor: 'steward-1', reason: 'Papers seen.' });
    const input = { survivor, merged, reason: 'One woman, two names.', expectedVersion: 99 };
    const asked = await door.ask(steward, merge, { input });
    const { review } = asked.data['mergeResidents'] as { review: string };
    const newestTold = async (who: typeof steward): Promise<object | undefined> => {
      const { data } = await door.ask(who, reasons, { r: [{ __typename: 'Resident', id: merged }] });
      return (data['_entities'] as [History])[0].identityHistory.edges[0]?.node;
    };
    const who = { actor: 'steward-1', reason: 'One woman, two names.', purposeOfUse: 'HOPERAT' };
    expect(await newestTold(steward)).toEqual({ type: 'ASK', ...who });
    const nobody = { actor: null, reason: null, purposeOfUse: null };
    expect(await newestTold(secondSteward)).toEqual({ type: 'ASK', ...nobody });
    const { version } = await opened.database('review_work').where({ review_id: review }).first('version');
    await door.ask(secondSteward, claim, { input: { id: review, expectedVersion: version } });
    await decided(secondSteward, review, version + 1);
    const after = await door.ask(secondSteward, reasons, { r: [{ __typename: 'Resident', id: survivor }] });
    expect(JSON.stringify(after.data)).toContain('"type":"ASK","actor":"steward-1"');
  });

  async function decided(who: typeof steward, id: string, expectedVersion: number): Promise<Decided> {
    const input = { id, decision: 'SAME_PERSON', reason: 'Papers seen.', expectedVersion };
    const { data } = await door.ask(who, decide, { input });
    return data['decideReview'] as Decided;
  }
});

interface Decided {
  readonly outcome: string;
  readonly sequence: number;
  readonly review: object;
}

interface History {
  readonly identityVersion: number;
  readonly identityRecords: readonly { readonly id: string }[];
  readonly identityHistory: { readonly edges: readonly { readonly node: object }[] };
}

const claim = `mutation ($input: ClaimReviewInput!) { claimReview(input: $input) {
  refusal review { version claimedBy decision } } }`;
const decide = `mutation ($input: DecideReviewInput!) { decideReview(input: $input) {
  outcome sequence review { decision } } }`;
const unlink = `mutation ($input: UnlinkRecordInput!) { unlinkRecord(input: $input) { refusal sequence } }`;
const merge = `mutation ($input: MergeResidentsInput!) { mergeResidents(input: $input) { refusal review } }`;
const reasons = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident {
  identityHistory(first: 5) { edges { node { type actor reason purposeOfUse } } } } } }`;
const undo = `mutation ($input: UndoIdentityEventInput!) { undoIdentityEvent(input: $input) { refusal sequence } }`;
const history = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident {
  identityVersion identityRecords { id method } identityHistory(first: 5) { edges { node {
    sequence type actor purposeOfUse isUndone links { record isLinked method } } } } } } }`;

/** The matcher of the tests reads letters only: what differs in case alone is possible. */
function personOf(given: string): string {
  return JSON.stringify({ ...emptyRecord, given, surname: 'Quillfeather', birthDate: '1961-03-02' });
}
