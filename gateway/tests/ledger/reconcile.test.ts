import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  logFolder,
  nodeFileSystem,
  openLedgerLog,
  refusalsToldUntil,
  verifierKeyOf,
  verifyLedger,
} from '../../src/ledger/index.ts';
import { entryText } from '../../src/ledger/events/index.ts';
import { runWords } from '../cli/run-words.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { memoryLog } from './world/memory-log.ts';
import { testLedger } from './world/test-ledger.ts';

/** A line of an agency's log about calls that it refused. */
const call = (second: number, problem: string, count?: number): object => {
  const refused = { request: 'x', verdict: 'refused', problem, ...(count && { count }) };
  return { ...refused, at: `2026-06-15T12:00:0${second}.000Z` };
};

describe('reconcile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconcile-'));
    const signingKey = generateKeyPairSync('ed25519').privateKey;
    const log = await openLedgerLog({
      directory: join(folder, 'log'),
      origin: 'test',
      signingKey,
      log: silentLog,
    });
    const world = await testLedger(`sqlite:${join(folder, 'index.sqlite')}`, log as never);
    for (const residentId of ['ANN', 'BOB']) await world.disclose({ residentId });
    await world.ledger.close();
  });

  afterEach(async () => rm(folder, { recursive: true, force: true }));

  /** The requests of the ledger are named by how many entries there were before them. */
  async function reconciled(...lines: readonly object[]): ReturnType<typeof runWords> {
    return reconciledWith([], lines);
  }

  async function reconciledWith(
    words: readonly string[],
    lines: readonly (object | string)[],
  ): ReturnType<typeof runWords> {
    const file = join(folder, 'housing.requests');
    const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    await writeFile(file, texts.map((text) => `${text}\n`).join(''));
    return runWords('reconcile', join(folder, 'log'), '--agency-log', `housing=${file}`, ...words);
  }

  const at = '2026-06-15T12:00:00.000Z';
  const trusted = (request: string): object => ({ at, request, verdict: 'trusted', problem: null });

  test('finds nothing where each side says what the other does', async () => {
    const { code, data } = await reconciled(trusted('request-0'), trusted('request-2'));
    expect({ code, data }).toEqual({ code: 0, data: '' });
  });

  test('names a fetch that has no record, and fails', async () => {
    const { code, data } = await reconciled(trusted('request-0'), trusted('request-2'), trusted('unknown'));
    expect({ code, data }).toEqual({ code: 1, data: `fetch-without-record\thousing\t${at}\tunknown` });
  });

  test('names a record of which the agency knows nothing', async () => {
    const { code, data } = await reconciled(trusted('request-0'));
    expect({ code, data }).toEqual({ code: 0, data: `record-without-fetch\thousing\t${at}\trequest-2` });
  });

  test('names calls that the agency refused', async () => {
    const refused = { at, request: 'x', verdict: 'refused', problem: 'signature missing' };
    const { data } = await reconciled(trusted('request-0'), trusted('request-2'), refused);
    expect(data).toBe(`refused\thousing\t${at}\tx\tsignature missing`);
  });

  test('records what agencies refused, each call once, in a log that can be verified', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = join(folder, 'key.pem');
    await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const [directory, origin] = [join(folder, 'reconciled'), 'test/reconciled'];
    const record = ['--record', directory, '--key-file', key, '--origin', origin];
    const first = [call(1, 'nonce used'), call(2, 'signature missing'), call(3, 'signature missing', 40)];
    const run = async (until: number, ...lines: readonly object[]): Promise<void> => {
      const { code, messages } = await reconciledWith(
        [...record, '--until', `2026-06-15T12:00:0${until}.000Z`],
        lines,
      );
      expect({ code, messages }).toMatchObject({ code: 0, messages: expect.stringContaining('recorded') });
    };
    await run(3, ...first, call(4, 'later'));
    await run(3, ...first);
    await run(8, ...first, call(4, 'later'));
    const told: object[] = [];
    for await (const { entry } of logFolder(nodeFileSystem, directory).readFrom(0))
      told.push(JSON.parse(Buffer.from(entry).toString()) as object);
    const event = { type: 'calls-refused', agency: 'housing' };
    const [one, three, four, eight] = [1, 3, 4, 8].map((second) => `2026-06-15T12:00:0${second}.000Z`);
    expect(told).toMatchObject([
      { ...event, problem: 'nonce used', count: 1, since: one, until: three },
      { ...event, problem: 'signature missing', count: 41, until: three },
      { ...event, problem: 'later', count: 1, since: four, until: eight },
    ]);
    const logKeys = [verifierKeyOf(origin, privateKey, 'ed25519')];
    const trust = { logKeys, witnessKeys: [], quorum: 0, known: [] };
    expect(await verifyLedger({ directory, ...trust })).toMatchObject({ records: 3, problems: [] });
  });

  test('leaves out lines that cannot be read, compares all others, and says which they were', async () => {
    const torn = JSON.stringify(trusted('request-2')).slice(0, 40);
    const other = { at: 'today', request: 'request-2', verdict: 'trusted', problem: null };
    const { code, data, messages } = await reconciledWith(
      [],
      [trusted('request-0'), torn, '', other, trusted('x')],
    );
    expect(code).toBe(1);
    expect(data.split('\n')).toEqual([
      'unreadable-line\thousing\t\t\tline 2',
      'unreadable-line\thousing\t\t\tline 4',
      `fetch-without-record\thousing\t${at}\tx`,
      `record-without-fetch\thousing\t${at}\trequest-2`,
    ]);
    expect(messages).toContain('REQUEST_LOG_UNREADABLE');
    expect(messages).toContain('There are 2.');
    expect(messages + data).not.toContain(torn.slice(0, 20));
  });

  test('reads instants of any offset', async () => {
    const local = { ...trusted('x'), at: '2026-06-15T14:30:00+02:00' };
    const { data } = await reconciledWith(['--until', '2026-06-15T12:30:00Z'], [trusted('request-0'), local]);
    expect(data).toBe(`record-without-fetch\thousing\t${at}\trequest-2`);
  });

  test.each(['tomorrow', '9', '2026-06-15', '9999-01-01T00:00:00Z', ''])(
    'takes no end that is no instant or lies ahead: %p',
    async (until) => {
      const { code, data, messages } = await reconciledWith(['--until', until], [trusted('unknown')]);
      expect({ code, data }).toEqual({ code: 2, data: '' });
      expect(messages).toMatch(/--until {2}INSTANT_UNUSABLE[^]*RFC 3339/);
    },
  );

  test('takes no log without its agency', async () => {
    const { code, messages } = await runWords('reconcile', join(folder, 'log'), '--agency-log', 'housing');
    expect({ code, messages }).toEqual({ code: 2, messages: "An agency's log is given as agency=file." });
  });

  test('does not record by half', async () => {
    const { code, messages } = await reconciledWith(['--record', join(folder, 'reconciled')], []);
    expect({ code, messages }).toEqual({
      code: 2,
      messages: 'Give --record, --key-file and --origin together, or none of them.',
    });
  });
});

describe('what agencies refused', () => {
  test('is told again where an earlier event says that it was told until an instant to come', async () => {
    const kept = memoryLog();
    const refused = { type: 'calls-refused', agency: 'housing', problem: 'x', count: 1, since: '' } as const;
    const at = '2026-06-15T12:00:00.000Z';
    const untils = ['tomorrow', '9999-01-01T00:00:00.000Z', '2026-06-15T11:00:00.000Z'];
    await kept.append(untils.map((until) => entryText({ ...refused, at, until })));
    expect(await refusalsToldUntil(kept)).toEqual(new Map([['housing', '2026-06-15T11:00:00.000Z']]));
  });
});
