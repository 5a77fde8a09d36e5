import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFeedTrust } from '../../scripts/demo/feed-trust.ts';
import { agencies, type AgencyName } from '../../scripts/seeding/index.ts';

const ports = Object.fromEntries(agencies.map((agency, at) => [agency, 4100 + at])) as Record<
  AgencyName,
  number
>;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-trust-'));
});
afterEach(async () => rm(folder, { recursive: true }));

type Peers = Readonly<Record<string, { readonly secret: string }>>;

async function peersOf(agency: AgencyName): Promise<Peers> {
  const { peersFileOf } = await openFeedTrust(folder, ports);
  return JSON.parse(await readFile(peersFileOf(agency), 'utf8')) as Peers;
}

test('agencies and the index keep the secrets that they share', async () => {
  const before = await peersOf('residents');
  expect(await peersOf('residents')).toEqual(before);
  expect((await peersOf('housing'))['residents']?.secret).toBe(before['housing']?.secret);
  const all = Object.values(before).map(({ secret }) => secret);
  expect(new Set(all).size).toBe(agencies.length);
});

test('an agency that has joined since a folder was made gets a secret, and the others keep theirs', async () => {
  const before = await peersOf('residents');
  const file = join(folder, 'feed-secrets.json');
  const { justice: _justice, ...older } = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  await writeFile(file, JSON.stringify(older));
  const after = await peersOf('residents');
  expect(after['justice']?.secret).toMatch(/^[\w+/]{43}=$/);
  expect({ ...after, justice: null }).toEqual({ ...before, justice: null });
});
