import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { checkpointText, parseNote, signNote, verifyNote } from '../../../src/ledger/notes/index.ts';
import { copyLog } from '../log/fixtures/crashed-log.ts';
import {
  entries,
  entry,
  openTestLog,
  origin,
  signingKey,
  testFolder,
  verify,
} from '../log/fixtures/test-log.ts';
import { startTestWitness } from './fixtures/test-witness.ts';

async function ask(url: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

/** A checkpoint that the log's own key has signed, of whatever tree. */
function signed(size: number, fill: number, name = origin): string {
  const text = checkpointText({ origin: name, size, root: Buffer.alloc(32, fill) });
  return `${text}\n${signNote(text, name, signingKey)}\n`;
}

describe('a witness', () => {
  test('cosigns a log as it grows, and remembers when it is started again', async () => {
    await using folder = await testFolder();
    await using one = await startTestWitness('one');
    await using two = await startTestWitness('two');
    const witnesses = [one.address, two.address];
    const log = await openTestLog(folder.path, { witnesses });
    for (let from = 0; from < 700; from += 70) {
      await log.append(entries(from, 70));
      const note = parseNote((await log.publish()).note);
      expect([one.key, two.key].map((key) => note && verifyNote(note, key))).toEqual(['valid', 'valid']);
      if (from === 350) await one.restart();
    }
    await log.close();
    const witnessKeys = [one.key, two.key];
    expect(await verify(folder.path, { witnessKeys, quorum: 2 })).toMatchObject({
      cosignatures: 2,
      problems: [],
    });
  });

  test('refuses a fork, whose checkpoints then lack its cosignature', async () => {
    await using folder = await testFolder();
    await using witness = await startTestWitness('one');
    const [live, fork] = [join(folder.path, 'live'), join(folder.path, 'fork')];
    const witnesses = [witness.address];
    const log = await openTestLog(live, { witnesses });
    await log.append(entries(0, 10));
    await log.publish();
    await copyLog(live, fork);
    await log.append([entry(10)]);
    await log.close();
    const alarms: string[] = [];
    const tell = (text: string): void => void alarms.push(text);
    const forked = await openTestLog(fork, {
      witnesses,
      log: { debug: tell, info: tell, warn: tell, error: tell },
    });
    await forked.append([entry(1000), entry(1001)]);
    await forked.close();
    expect(alarms).toEqual(['a witness refuses the ledger: it has seen another or a later one']);
    const options = { witnessKeys: [witness.key], quorum: 1 };
    const known = [{ file: 'the witness', note: (await witness.memory.lastNote(origin)) ?? '' }];
    const { problems } = await verify(fork, { ...options, known });
    expect(problems.map(({ code }) => code)).toEqual(['COSIGNATURES_TOO_FEW', 'LOG_FORKED']);
    expect((await verify(live, { ...options, known })).problems).toEqual([]);
  });

  test('refuses a log that was rolled back', async () => {
    await using folder = await testFolder();
    await using witness = await startTestWitness('one');
    const [live, old] = [join(folder.path, 'live'), join(folder.path, 'old')];
    const witnesses = [witness.address];
    const log = await openTestLog(live, { witnesses });
    await log.append(entries(0, 10));
    await log.publish();
    await copyLog(live, old);
    await log.append(entries(10, 10));
    await log.close();
    const rolledBack = await openTestLog(old, { witnesses });
    await rolledBack.append([entry(10)]);
    await rolledBack.close();
    expect(rolledBack.checkpoint.note).not.toContain(witness.key.name);
  });

  test('that cannot be reached holds nothing up, and cosigns once it can be', async () => {
    await using folder = await testFolder();
    const gone = await startTestWitness('gone');
    await gone[Symbol.asyncDispose]();
    await using there = await startTestWitness('there');
    const log = await openTestLog(folder.path, { witnesses: [gone.address, there.address] });
    await log.append([entry(0)]);
    expect((await log.publish()).note).toContain(there.key.name);
    await log.close();
  });

  test('answers as C2SP tlog-witness says', async () => {
    await using witness = await startTestWitness('one');
    const { url } = witness.address;
    expect(await ask(url, `old 0\n\n${signed(5, 1)}`)).toMatchObject({ status: 200 });
    expect(await ask(url, `old 5\n\n${signed(5, 1)}`)).toMatchObject({ status: 200 });
    expect(await ask(url, `old 5\n\n${signed(5, 2)}`)).toMatchObject({ status: 409 });
    expect(await ask(url, `old 0\n\n${signed(9, 1)}`)).toEqual({ status: 409, text: '5\n' });
    expect(await ask(url, `old 5\n\n${signed(9, 1)}`)).toMatchObject({ status: 422 });
    expect(await ask(url, `old 9\n\n${signed(5, 1)}`)).toMatchObject({ status: 400 });
    expect(await ask(url, `old 5\n\n${signed(9, 1, 'another.example/log')}`)).toMatchObject({ status: 404 });
    expect(await ask(url, `old 5\n\n${signed(9, 1).replace('\n9\n', '\n8\n')}`)).toMatchObject({
      status: 403,
    });
    expect(await ask(url, 'no request')).toMatchObject({ status: 400 });
    const last = await fetch(`${url}/checkpoint?origin=${encodeURIComponent(origin)}`);
    expect(await last.text()).toContain(`${origin}\n5\n`);
  });

  test('asked for two trees of one size at a time cosigns one of them', async () => {
    await using witness = await startTestWitness('one');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async (fill) => ask(witness.address.url, `old 0\n\n${signed(5, fill)}`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
