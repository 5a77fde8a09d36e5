import type { ExecutionResult } from 'graphql';

import type { TextResult } from '../../execution/index.ts';
import type { DisclosedResident, NamedPlace } from '../disclosing/index.ts';
import { residentsNamedIn, takeOutNames } from '../disclosing/index.ts';
import type { RestoreInput } from '../pruning/index.ts';
import { MergedSelections, restoreWithheld } from '../pruning/index.ts';

/** An answer as the client gets it, and whom it discloses. */
export interface DisclosedAnswer {
  readonly result: ExecutionResult | TextResult;
  /** Null where nobody has to know. */
  readonly residents: readonly DisclosedResident[] | null;
}

/** What an answer is disclosed with. */
export interface DiscloseOptions extends RestoreInput {
  /** @returns whom an answer discloses that names these residents; nothing where nobody has to know */
  readonly account: ((found: readonly NamedPlace[]) => Promise<readonly DisclosedResident[]>) | null;
}

/**
 * Makes of the answer to a pruned operation the client's, and says whom it discloses.
 *
 * @throws whatever goes wrong: such an answer must not leave
 */
export async function answerDisclosed(
  result: ExecutionResult | TextResult,
  options: DiscloseOptions,
): Promise<DisclosedAnswer> {
  const { account } = options;
  if ('kind' in result) {
    if (account === null) return { result, residents: null };
    const { body, found } = takeOutNames(
      Buffer.isBuffer(result.body) ? result.body : Buffer.from(result.body),
    );
    return { result: { ...result, body }, residents: await account(found) };
  }
  const residents = account && (await account(namedIn(result, options)));
  return { result: await restoreWithheld(result, options), residents };
}

/** Where the root itself is withheld nobody is shown. */
function namedIn({ data }: ExecutionResult, { pruned, variables }: RestoreInput): readonly NamedPlace[] {
  if (pruned.poison || !pruned.selections.needsRestoring) return [];
  return residentsNamedIn(data, new MergedSelections([pruned.selections], variables), pruned.hidden.type);
}
