import type { Logger } from '../../../telemetry/index.ts';
import type { RangeRoot } from '../../tree/index.ts';
import type { Checkpoint } from '../ledger-log.ts';
import type { AskWitness, WitnessAnswer } from './ask-witness.ts';

/** All witnesses of a log. */
export class Witnesses {
  readonly #asks: readonly AskWitness[];
  readonly #log: Logger;
  readonly #last: WitnessAnswer['kind'][] = [];

  constructor(asks: readonly AskWitness[], log: Logger) {
    this.#asks = asks;
    this.#log = log;
  }

  /** The signature lines of those that cosign. What the others say is logged when it changes. */
  async cosign(checkpoint: Checkpoint, rootOf: RangeRoot): Promise<readonly string[]> {
    const answers = await Promise.all(this.#asks.map(async (ask) => ask(checkpoint, rootOf)));
    answers.forEach((answer, index) => {
      this.#tell(answer, index);
    });
    return answers.flatMap((answer) => (answer.kind === 'cosigned' ? answer.lines : []));
  }

  #tell(answer: WitnessAnswer, index: number): void {
    if (this.#last[index] === answer.kind) return;
    this.#last[index] = answer.kind;
    const count = index + 1;
    if (answer.kind === 'unreachable') this.#log.warn('a witness of the ledger cannot be reached', { count });
    if (answer.kind === 'refused')
      this.#log.error('a witness refuses the ledger: it has seen another or a later one', {
        count,
        status: answer.status,
      });
  }
}
