import { openGovernance } from '../../../src/governance/index.ts';
import { silentLog } from '../../fixtures/silent-log.ts';

const [, , database = '', digest = ''] = process.argv;
const governance = await openGovernance({ database, log: silentLog });
const number = await governance.registerDigest(digest);
process.stdout.write(JSON.stringify({ number, epoch: governance.facts.state().epoch }));
await governance.close();
