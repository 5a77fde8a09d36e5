import { clientError } from '../../client-errors/index.ts';
import type { SubgraphError } from '../../subgraph-client/index.ts';
import type { Cause, Path, ShownError } from '../data/index.ts';

/** The errors of an answer by the places that their paths name. */
export class ErrorTree {
  /** Errors whose paths end here. */
  readonly errors: ShownError[] = [];
  readonly #children = new Map<string | number, ErrorTree>();

  child(key: string | number): ErrorTree | undefined {
    return this.#children.get(key);
  }

  add(path: Path, error: ShownError): void {
    const [first, ...rest] = path;
    if (first === undefined) {
      this.errors.push(error);
      return;
    }
    const known = this.#children.get(first);
    const child = known ?? new ErrorTree();
    if (!known) this.#children.set(first, child);
    child.add(rest, error);
  }

  /** Every error here and below, with its path from above. */
  causes(above: Path): readonly Cause[] {
    const own = this.errors.map((error) => ({ error, path: above }));
    const below = [...this.#children].flatMap(([key, child]) => child.causes([...above, key]));
    return [...own, ...below];
  }
}

/** Arranges an answer's errors; nothing if there are none. Errors without a path stand at the root. */
export function errorTree(agency: string, errors: readonly SubgraphError[]): ErrorTree | undefined {
  if (errors.length === 0) return undefined;
  const tree = new ErrorTree();
  for (const error of errors) tree.add(error.path ?? [], clientError(agency, error));
  return tree;
}
