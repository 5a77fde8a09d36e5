import { join } from 'node:path';

import { openLedgerLog, readNoteKey } from '../../../src/ledger/index.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { testLedgerOver } from './test-ledger.ts';

const [url = '', folder = '', residentId = '', before = '0'] = process.argv.slice(2);

const log = await openLedgerLog({
  directory: join(folder, 'log'),
  origin: 'test',
  signingKey: await readNoteKey(join(folder, 'key.pem')),
  log: silentLog,
});
const world = await testLedgerOver(url, log, 'test');
const { ledger, disclose, clock } = world;
clock.now = new Date(clock.now.getTime() + Number(before) * 1000);
await disclose({ residentId });
await ledger.settled();
let statements = 0;
ledger.database.on('query', () => {
  if (statements === Number(before)) process.kill(process.pid, 'SIGKILL');
  statements += 1;
});
await ledger.forget([residentId], 'registrar');
ledger.database.removeAllListeners('query');
await ledger.close();
