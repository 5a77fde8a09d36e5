import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

import type { Obligation, Transform } from '../access/index.ts';
import { failure, toGraphQLError } from '../../errors/index.ts';
import type { Denial, ResidentDecisions } from '../policy/index.ts';
import { MergedSelections } from './merged-selections.ts';
import { obligationNotice } from './obligations.ts';
import type { PrunedOperation } from './prune-operation.ts';
import type { RestoreListener } from './restorer.ts';
import { pathOf, residentsIn, Restorer } from './restorer.ts';
import { transformOf, transformValue } from './transform-value.ts';

type Path = readonly (string | number)[];

/** A result as engines give it: its errors are formatted. */
interface FormattedResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What an answer is restored with. */
export interface RestoreInput {
  readonly pruned: PrunedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Decides about residents; one whose facts can't be had is left out. */
  readonly decisionsOf: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, ResidentDecisions>>;
}

/** What is withheld from a client, in the order of the answer. */
export interface Withholding {
  readonly path: Path;
  readonly denial: Denial;
}

/**
 * Makes of the answer to a pruned operation what its client is told: null, an error and a notice for everything
 * withheld, nothing but null for what is concealed, values made less where an agreement says so, and the
 * obligations that come with what is shown.
 */
export async function restoreWithheld(
  result: ExecutionResult,
  { pruned, variables, decisionsOf }: RestoreInput,
): Promise<ExecutionResult> {
  const given = result as unknown as FormattedResult;
  const notes = new Notes(pruned);
  const data = pruned.poison
    ? notes.poisoned(pruned.poison)
    : given.data && (await restoredData(given.data, { pruned, variables, decisionsOf }, notes));
  const errors = notes.errorsAfter(given.errors ?? []);
  const extensions = { ...given.extensions, ...notes.extensions() };
  return {
    ...(errors.length > 0 && { errors }),
    ...(data !== undefined && { data }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  } as unknown as ExecutionResult;
}

/** What an operation of which nothing is left withholds, concealed or not; nothing is asked for it. */
export function withheldEntirely(
  { selections, hidden, poison }: PrunedOperation,
  variables: Readonly<Record<string, unknown>>,
): readonly Withholding[] {
  if (poison) return [{ path: [], denial: poison }];
  const found: Withholding[] = [];
  const listener: RestoreListener = {
    onWithheld: (path, denial) => void found.push({ path: pathOf(path), denial }),
    onPermit: () => {},
    onShown: () => null,
  };
  const restorer = new Restorer({ hidden, variables, decisionsOf: () => undefined, listener });
  restorer.object({}, new MergedSelections([selections], variables), null, null);
  return found;
}

/** What a client is told of something withheld. */
export function withheldFailure({ path, denial }: Withholding) {
  const { reason, authority, remedy, agreement, category } = denial;
  const told = { reason, authority, remedy, agreement, category };
  return failure('FIELD_WITHHELD', { ...(path.length > 0 && { path }), extensions: told });
}

async function restoredData(
  data: Readonly<Record<string, unknown>>,
  { pruned, variables, decisionsOf }: RestoreInput,
  notes: Notes,
): Promise<unknown> {
  const { hidden } = pruned;
  if (!pruned.selections.needsRestoring) return data;
  const selections = new MergedSelections([pruned.selections], variables);
  const ids = selections.hasDependents ? residentsIn(data, selections, { hidden, variables }) : noIds;
  const decided = ids.size > 0 ? await decisionsOf(ids) : noDecisions;
  const restorer = new Restorer({
    hidden,
    variables,
    decisionsOf: (id) => decided.get(id),
    listener: notes,
  });
  return restorer.object(data, selections, null, null);
}

const noIds: ReadonlySet<string> = new Set();

const noDecisions: ReadonlyMap<string, ResidentDecisions> = new Map();

interface Transformed {
  readonly path: Path;
  readonly transform: Transform;
}

/** What is told beside the data. */
class Notes implements RestoreListener {
  readonly #withheld: Withholding[] = [];
  /** Paths of everything withheld and concealed, as text. */
  readonly #nulls = new Set<string>();
  readonly #transformed: Transformed[] = [];
  readonly #obligations = new Set<Obligation>();

  constructor({ permits }: PrunedOperation) {
    for (const { obligations } of permits) for (const id of obligations) this.#obligations.add(id);
  }

  poisoned(denial: Denial): null {
    this.#note([], denial);
    return null;
  }

  readonly onWithheld: RestoreListener['onWithheld'] = (path, denial) => this.#note(pathOf(path), denial);

  readonly onPermit: RestoreListener['onPermit'] = ({ obligations }) => {
    for (const id of obligations) this.#obligations.add(id);
  };

  readonly onShown: RestoreListener['onShown'] = (path, value, permit, { verdict }) => {
    if (verdict.kind === 'deny') return null;
    const own = verdict.kind === 'shown' ? verdict.transform : null;
    const transform = permit ? transformOf(permit, verdict.coordinate) : own;
    if (transform === null) return value;
    this.#transformed.push({ path: pathOf(path), transform });
    return value === null || value === undefined ? null : transformValue(value, transform);
  };

  /** An agency that couldn't be asked for what is withheld has nothing to do with its not being there. */
  errorsAfter(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
    const others =
      this.#nulls.size === 0 ? errors : errors.filter(({ path = [] }) => !this.#isWithheld(path));
    return [...others, ...this.#withheld.map((withheld) => toGraphQLError(withheldFailure(withheld)))];
  }

  extensions(): Readonly<Record<string, unknown>> {
    const withheld = this.#withheld.map(({ path, denial: { reason, authority, remedy, agreement } }) => {
      return { path, code: 'FIELD_WITHHELD', reason, authority, remedy, agreement };
    });
    const obligations = [...this.#obligations].flatMap((id) => obligationNotice(id) ?? []);
    return {
      ...(withheld.length > 0 && { withheld }),
      ...(this.#transformed.length > 0 && { transformed: this.#transformed }),
      ...(obligations.length > 0 && { obligations }),
    };
  }

  #note(path: Path, denial: Denial): void {
    this.#nulls.add(JSON.stringify(path));
    if (!denial.isConcealed) this.#withheld.push({ path, denial });
  }

  #isWithheld(path: Path): boolean {
    return path.some((_, index) => this.#nulls.has(JSON.stringify(path.slice(0, index + 1))));
  }
}
