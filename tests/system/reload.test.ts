import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEnvironment, type Answer, type Environment } from '../support/start-environment.ts';

const original = fileURLToPath(new URL('../../subgraphs/justice/schema.graphql', import.meta.url));
const typeNames = '{ __type(name: "ResidentJustice") { fields { name } } }';
const field = 'warrantsForTesting';
const aliveField = `  "A field that this test adds." ${field}: [String!] @policy(policies: [["court-record"]])`;

describe('a changed schema file', () => {
  let environment: Environment;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-schema-'));
    file = join(folder, 'justice.graphql');
    await copyFile(original, file);
    environment = await startEnvironment({ residents: 60, schemaFiles: { justice: file } });
  });

  afterAll(async () => {
    await environment.close();
    await rm(folder, { recursive: true, force: true });
  });

  const knowsTheField = async (): Promise<boolean> =>
    JSON.stringify((await environment.ask(typeNames)).data).includes(field);

  async function replaceFile(text: string): Promise<void> {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }

  /** Asks without a break until the stop, and counts what went wrong. */
  function load(): { stop: () => Promise<{ asked: number; failed: Answer[] }> } {
    const failed: Answer[] = [];
    const state = { asked: 0, going: true };
    const worker = async (): Promise<void> => {
      while (state.going) {
        // oxlint-disable-next-line no-await-in-loop
        const answer = await environment.ask(
          '{ residents(ids: ["none"]) { id justice { nextHearing { scheduledFor } } } }',
        );
        state.asked += 1;
        if (answer.errors !== undefined || answer.data === undefined) failed.push(answer);
      }
    };
    const workers = [worker(), worker(), worker(), worker()];
    return {
      stop: async () => {
        state.going = false;
        await Promise.all(workers);
        return { asked: state.asked, failed };
      },
    };
  }

  test('is live soon, and no request fails meanwhile', async () => {
    const text = await readFile(original, 'utf8');
    const running = load();
    await replaceFile(text.replace('type ResidentJustice {', `type ResidentJustice {\n${aliveField}`));
    expect(await eventually(knowsTheField)).toBe(true);
    await replaceFile(text);
    expect(await eventually(async () => !(await knowsTheField()))).toBe(true);
    const { asked, failed } = await running.stop();
    expect(asked).toBeGreaterThan(0);
    expect(failed).toEqual([]);
  });

  test('that is broken is refused, and the old one serves on', async () => {
    const text = await readFile(original, 'utf8');
    await replaceFile(text.replace('type ResidentJustice {', 'type ResidentJustice {\n  broken: NoSuchType'));
    await pause(1000);
    const answer = await environment.ask(
      '{ residents(ids: ["none"]) { id justice { nextHearing { scheduledFor } } } }',
    );
    expect(answer.errors).toBeUndefined();
    await replaceFile(text);
  });
});

async function eventually(condition: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await condition()) return true;
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
  return false;
}
