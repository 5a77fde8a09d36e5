import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import {
  startAuthorizedEnvironment,
  type Asking,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';
import { engines } from '../support/engines.ts';

const seed = 1;
const { residentId } = showcaseResident(generateHouseholds({ seed, residents: 1 }));

const asking = (subject: string, agency: string, role: string, purposeOfUse = 'HOPERAT'): Asking => ({
  caller: { application: 'tests', assuranceLevel: 2, subject, agency, roles: [role] },
  purposeOfUse,
});

const steward = asking('index-steward-1', 'residents', 'data-steward');
const secondReader = asking('index-officer-1', 'residents', 'privacy-officer');
const strangers = {
  "another agency's steward": asking('steward-1', 'housing', 'data-steward'),
  "another agency's privacy officer": asking('privacy-1', 'behavioral-health', 'privacy-officer', 'AUDIT'),
  'the registrar of the index': asking('registrar-1', 'residents', 'index-registrar'),
  'a caseworker': asking('caseworker-1', 'housing', 'housing-caseworker', 'HOUSING_PLACEMENT'),
  'the steward for another purpose': asking('index-steward-1', 'residents', 'data-steward', 'TREAT'),
};

const identity = `query ($id: ID!) { resident(id: $id) {
  id identityVersion identityRecords { id method } identityHistory(first: 1) { edges { node { actor purposeOfUse reason } } } } }`;

interface Identity {
  readonly identityVersion: number;
  readonly identityRecords: readonly { readonly id: string; readonly method: string }[];
  readonly identityHistory: { readonly edges: readonly { readonly node: object }[] };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  );
}

describe.each(engines)('who is whom through the gateway, with the engine that is %s,', (engine) => {
  let environment: AuthorizedEnvironment;

  beforeAll(async () => {
    environment = await startAuthorizedEnvironment({
      residents: 40,
      seed,
      flags: { 'execution.engine': engine },
    });
  }, 120_000);
  afterAll(async () => environment.close());

  async function identityOf(id: string): Promise<Identity> {
    const answer = await environment.ask(steward, identity, { id });
    expect(answer.errors).toBeUndefined();
    return at(answer.data, 'resident') as Identity;
  }

  async function command(
    who: Asking,
    name: string,
    selection: string,
    input: object,
  ): Promise<AuthorizedAnswer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    return environment.ask(who, document, { input });
  }

  test('an officer of the index separates what does not belong together, has it undone, and both are in the log', async () => {
    const before = await identityOf(residentId);
    expect(before.identityRecords.length).toBeGreaterThan(1);
    const record = before.identityRecords.at(-1)?.id;
    const unlinked = await command(steward, 'unlinkRecord', 'sequence refusal resident { id }', {
      record,
      reason: 'A namesake.',
      expectedVersion: before.identityVersion,
    });
    expect(unlinked.errors).toBeUndefined();
    const other = String(at(unlinked.data, 'unlinkRecord', 'resident', 'id'));
    expect(other).not.toBe(residentId);
    expect((await identityOf(other)).identityHistory.edges).toEqual([
      { node: { actor: 'index-steward-1', purposeOfUse: 'HOPERAT', reason: 'A namesake.' } },
    ]);
    const undone = await command(steward, 'undoIdentityEvent', 'refusal', {
      sequence: at(unlinked.data, 'unlinkRecord', 'sequence'),
      reason: 'It was not.',
    });
    expect(undone.data).toEqual({ undoIdentityEvent: { refusal: null } });
    expect((await identityOf(residentId)).identityRecords.map(({ id }) => id)).toContain(record);
  });

  test('a merge of those of whom a person has spoken waits for a second officer, who is another', async () => {
    const { identityRecords, identityVersion } = await identityOf(residentId);
    const record = identityRecords.at(-1)?.id;
    const reason = 'Papers seen.';
    const apart = await command(steward, 'unlinkRecord', 'sequence resident { id }', {
      record,
      reason,
      expectedVersion: identityVersion,
    });
    const merged = at(apart.data, 'unlinkRecord', 'resident', 'id');
    const expectedVersion = at(apart.data, 'unlinkRecord', 'sequence');
    const asked = await command(steward, 'mergeResidents', 'review refusal sequence', {
      survivor: residentId,
      merged,
      reason,
      expectedVersion,
    });
    const id = at(asked.data, 'mergeResidents', 'review');
    expect(asked.data).toEqual({
      mergeResidents: { review: expect.any(String), refusal: null, sequence: null },
    });
    const queue =
      '{ reviewQueue(filter: { statuses: [SECOND_READER] }) { edges { node { id version decision } } } }';
    const waiting = await environment.ask(secondReader, queue);
    expect(at(waiting.data, 'reviewQueue', 'edges')).toEqual([{ node: { id, version: 3, decision: null } }]);
    const own = await command(steward, 'claimReview', 'refusal', { id, expectedVersion: 3 });
    expect(own.data).toEqual({ claimReview: { refusal: 'READ_BY_THE_SAME' } });
    await command(secondReader, 'claimReview', 'refusal', { id, expectedVersion: 3 });
    const decided = await command(secondReader, 'decideReview', 'outcome refusal', {
      id,
      decision: 'SAME_PERSON',
      reason,
      expectedVersion: 4,
    });
    expect(decided.data).toEqual({ decideReview: { outcome: 'APPLIED', refusal: null } });
    expect((await identityOf(residentId)).identityRecords.map((one) => one.id)).toContain(record);
  });

  test.each(Object.entries(strangers))('nothing of it is told to or done by %s', async (_, who) => {
    for (const question of [
      '{ reviewQueue { edges { node { id } } } }',
      '{ identityQuality { queue { open } } }',
      'mutation { undoIdentityEvent(input: { sequence: 1, reason: "r" }) { refusal } }',
      'mutation { claimReview(input: { id: "q", expectedVersion: 1 }) { refusal } }',
    ]) {
      const asked = environment.asked.get('residents')?.length;
      const { status, data } = await environment.ask(who, question);
      expect([question, status, data ?? null]).toEqual([question, 403, null]);
      expect(environment.asked.get('residents')?.length).toBe(asked);
    }
  });
});
