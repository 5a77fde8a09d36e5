import type { GraphQLFormattedError } from 'graphql';

import type { ExecutionRequest } from '../../executor.ts';
import type { SubgraphClient } from '../../subgraph-client/index.ts';
import type { ProgramSource, SpliceProgram } from './program/index.ts';
import { compileProgram } from './program/index.ts';
import { MemoryPool, replayClient, runProgram } from './run/index.ts';
import { Unspliceable } from './unspliceable.ts';

/** After a surprise so many runs are made with objects at once: what surprised once is likely to do so again. */
const pauseAfterSurprise = 15;

/** What came of splicing: the response, or a client that knows all answers so far, to go on with objects. */
export type Spliced =
  | {
      readonly kind: 'spliced';
      readonly body: Buffer;
      readonly errors: readonly GraphQLFormattedError[];
    }
  | { readonly kind: 'objects'; readonly client: SubgraphClient; readonly fault?: unknown };

const pool = new MemoryPool();

/** Splices one operation, for one set of its `@skip` and `@include`. */
export class Splicer {
  readonly #program: SpliceProgram | undefined;
  #pause = 0;

  /** @param source - nothing for an operation that can't be spliced */
  constructor(source: ProgramSource | undefined) {
    this.#program = source && programOf(source);
  }

  /** Never rejects. */
  async run(request: ExecutionRequest, client: SubgraphClient): Promise<Spliced> {
    if (!this.#program || request.guard) return { kind: 'objects', client };
    if (this.#pause > 0) {
      this.#pause -= 1;
      return { kind: 'objects', client };
    }
    const outcome = await runProgram({ program: this.#program, request, client, pool });
    if (outcome.kind === 'spliced') return outcome;
    this.#pause = pauseAfterSurprise;
    return { kind: 'objects', client: replayClient(client, outcome.batches), fault: outcome.fault };
  }
}

function programOf(source: ProgramSource): SpliceProgram | undefined {
  try {
    return compileProgram(source);
  } catch (thrown) {
    if (thrown instanceof Unspliceable) return undefined;
    throw thrown;
  }
}
