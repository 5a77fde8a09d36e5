import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

import type { TextResult } from '../../execution/index.ts';
import type { DisclosedResident, NamedPlace, NamedResidents } from '../disclosing/index.ts';
import { residentsNamedIn, takeOutNames } from '../disclosing/index.ts';
import type { RestoreInput } from '../pruning/index.ts';
import { backReferenceName, identifyingPrefix, MergedSelections, restoreWithheld } from '../pruning/index.ts';

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
  return account === null ? unaccounted(result, options) : accounted(result, account, options);
}

async function unaccounted(
  result: ExecutionResult | TextResult,
  options: RestoreInput,
): Promise<DisclosedAnswer> {
  return { result: 'kind' in result ? result : await restoreWithheld(result, options), residents: null };
}

async function accounted(
  result: ExecutionResult | TextResult,
  account: NonNullable<DiscloseOptions['account']>,
  options: RestoreInput,
): Promise<DisclosedAnswer> {
  if ('kind' in result) {
    const { body, ...named } = takeOutNames(
      Buffer.isBuffer(result.body) ? result.body : Buffer.from(result.body),
    );
    refuseUnnamed(named, result.errors);
    return { result: withoutHiddenErrors({ ...result, body }), residents: await account(named.found) };
  }
  const named = namedIn(result, options);
  refuseUnnamed(named, result.errors ?? []);
  const residents = await account(named.found);
  const errors = result.errors?.filter((error) => !isHidden(error));
  return { result: await restoreWithheld({ ...result, ...(errors && { errors }) }, options), residents };
}

interface PlacedError {
  readonly path?: readonly (string | number)[] | undefined;
}

/** Who belongs to nobody is told by null; but where anything failed, that may be why there is null. */
function refuseUnnamed({ hasUnnamed }: NamedResidents, errors: readonly PlacedError[]): void {
  const isLost = errors.some((error) => hasSegment(error, backReferenceName));
  if (isLost || (hasUnnamed && errors.length > 0))
    throw new Error('The answer does not say whom all of it is about.');
}

/** Clients are told nothing of what they haven't asked for. */
function withoutHiddenErrors(result: TextResult): TextResult {
  const errors = result.errors.filter((error) => !isHidden(error));
  if (errors.length === result.errors.length) return result;
  const { errors: all, ...rest } = JSON.parse(result.body.toString()) as {
    errors?: readonly GraphQLFormattedError[];
  };
  const kept = all?.filter((error) => !isHidden(error)) ?? [];
  const body = JSON.stringify({ ...(kept.length > 0 && { errors: kept }), ...rest });
  return { ...result, body, errors };
}

function isHidden(error: PlacedError): boolean {
  return hasSegment(error, identifyingPrefix);
}

function hasSegment({ path }: PlacedError, beginning: string): boolean {
  return path?.some((segment) => typeof segment === 'string' && segment.startsWith(beginning)) ?? false;
}

/** Where the root itself is withheld nobody is shown. */
function namedIn({ data }: ExecutionResult, { pruned, variables }: RestoreInput): NamedResidents {
  if (pruned.poison || !pruned.selections.needsRestoring) return { found: [], hasUnnamed: false };
  return residentsNamedIn(data, new MergedSelections([pruned.selections], variables), pruned.hidden.type);
}
