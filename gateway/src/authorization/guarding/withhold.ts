import type { SubgraphError } from '../../execution/index.ts';
import type { ResidentDecisions } from '../policy/index.ts';
import type { HiddenNames, MergedSelections, PathTo, RestoreListener } from '../pruning/index.ts';
import { pathOf, residentsIn, Restorer, withheldFailure } from '../pruning/index.ts';
import type { ResidentDesk } from './resident-desk.ts';

/** An object in an agency's answer. */
export interface AnsweredObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly selections: MergedSelections;
  /** Decisions about the resident whom it is, or to whom it belongs, if that is known. */
  readonly resident: ResidentDecisions | null;
  readonly path: PathTo | null;
}

/** What objects are withheld by. */
export interface WithholdOptions {
  readonly hidden: HiddenNames;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly desk: ResidentDesk;
}

/**
 * Puts null in the place of everything in an answer that isn't permitted for its resident, and takes out what the
 * engine didn't ask for. What can't be null gets an error that says so; the rest is told to the client at the end.
 */
export async function withhold(
  objects: readonly AnsweredObject[],
  errors: readonly SubgraphError[],
  { hidden, variables, desk }: WithholdOptions,
): Promise<{ readonly values: readonly unknown[]; readonly errors: readonly SubgraphError[] }> {
  const found = objects.map(({ value, selections }) => residentsIn(value, selections, { hidden, variables }));
  const ids = found.flatMap((some) => [...some]);
  const decided = ids.length > 0 ? await desk.decisionsOf(ids) : new Map<string, ResidentDecisions>();
  const listener = new WithheldErrors();
  const restorer = new Restorer({ hidden, variables, decisionsOf: (id) => decided.get(id), listener });
  const values = objects.map(({ value, selections, resident, path }) =>
    restorer.object(value, selections, resident, path),
  );
  return { values, errors: listener.errorsAfter(errors) };
}

class WithheldErrors implements RestoreListener {
  readonly #errors: SubgraphError[] = [];
  readonly #nulls = new Set<string>();

  readonly onWithheld: RestoreListener['onWithheld'] = (last, denial, { isNonNull, verdict }) => {
    const path = pathOf(last);
    this.#nulls.add(JSON.stringify(path));
    // An error would tell that there is something.
    if (denial.isConcealed) return;
    // What depends on a resident is told where the answer is put together; this can only be told here.
    if (!isNonNull && verdict.kind === 'depends') return;
    const inner = withheldFailure({ path: [], denial });
    this.#errors.push({ message: inner.message, path, failure: inner });
  };

  readonly onPermit: RestoreListener['onPermit'] = () => {};

  readonly onShown: RestoreListener['onShown'] = (_, value) => value;

  /** An agency that refuses what isn't shown anyway has said nothing new. */
  errorsAfter(errors: readonly SubgraphError[]): readonly SubgraphError[] {
    return [...errors.filter(({ path = [] }) => !this.#isWithheld(path)), ...this.#errors];
  }

  #isWithheld(path: readonly (string | number)[]): boolean {
    return path.some((_, index) => this.#nulls.has(JSON.stringify(path.slice(0, index + 1))));
  }
}
