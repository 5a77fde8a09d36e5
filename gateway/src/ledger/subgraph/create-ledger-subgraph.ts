import { readFileSync } from 'node:fs';

import type { Caller } from '../../authentication/index.ts';
import type { InProcessAnswer, InProcessRequest } from '../../governance/index.ts';
import { inProcessSubgraph, requestCounts } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { packageFile } from '../../package-file.ts';
import type { LedgerReading } from './ledger-context.ts';
import { createLedgerContext } from './ledger-context.ts';
import { resolvers } from './resolvers.ts';
import { resumingCursors } from './resuming-cursors.ts';

/** The subgraph of disclosures, served in this process alone. Never rejects. */
export type LedgerSubgraph = (request: InProcessRequest, caller: Caller) => Promise<InProcessAnswer>;

const sdl = readFileSync(packageFile('src/ledger/schema.graphql'), 'utf8');

/** Records that are proved in one request: each takes files to be read. */
const mostProofs = 50;

export function createLedgerSubgraph(reading: LedgerReading, log: Logger): LedgerSubgraph {
  const answer = inProcessSubgraph({ name: 'ledger', sdl, resolvers, log });
  const resuming = resumingCursors(reading.database);
  const countOf = requestCounts(mostProofs, `At most ${mostProofs} records are proved in one request.`);
  return (request, caller) =>
    answer(request, () => {
      const countProof = countOf(request.requestId, caller.subject);
      return createLedgerContext(caller, reading, { resuming, countProof });
    });
}
