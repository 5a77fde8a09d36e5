/** Appends under load until it is killed, and says on standard output what was acknowledged: sequence and name. */
import { createPrivateKey } from 'node:crypto';
import { writeSync } from 'node:fs';

import { openLedgerLog } from '../../gateway/src/ledger/index.ts';

const { LEDGER_FOLDER: directory = '', LEDGER_KEY: key = '', LEDGER_RUN: run = '' } = process.env;
const nothing = (): void => {};
const concurrent = 64;

const log = await openLedgerLog({
  directory,
  origin: 'killed.example/ledger',
  signingKey: createPrivateKey(key),
  segmentBytes: 1 << 20,
  checkpointMilliseconds: 100,
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
});

await Promise.all(Array.from({ length: concurrent }, async (_, place) => appendOn(place)));

async function appendOn(place: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const count = 1 + ((place + turn) % 3);
    const names = Array.from({ length: count }, (_, index) => `${run}-${place}-${turn}-${index};`);
    // oxlint-disable-next-line no-await-in-loop -- each waits for its acknowledgement
    const first = await log.append(
      names.map((name) => Buffer.from(JSON.stringify({ name, text: 'x'.repeat(300) }))),
    );
    // At once and past all buffers: what was acknowledged must be known even if this process ends now.
    writeSync(1, names.map((name, index) => `${first + index} ${name}\n`).join(''));
  }
}
