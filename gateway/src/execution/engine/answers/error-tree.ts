import { clientError } from '../../client-errors/index.ts';
import type { SubgraphError } from '../../subgraph-client/index.ts';
import type { Cause, Path, ShownError } from '../data/index.ts';

/** The errors of an answer by the places that their paths name. */
export class ErrorTree {
  /** Errors whose paths end here. */
  readonly errors: ShownError[] = [];
  readonly #children = new Map<string | number, ErrorTree>();

  get children(): ReadonlyMap<string | number, ErrorTree> {
    return this.#children;
  }

  child(key: string | number): ErrorTree | undefined {
    return this.#children.get(key);
  }

  add(path: Path, error: ShownError): void {
    const last = path.reduce<ErrorTree>((tree, key) => tree.#childFor(key), this);
    last.errors.push(error);
  }

  #childFor(key: string | number): ErrorTree {
    const known = this.#children.get(key);
    if (known) return known;
    const child = new ErrorTree();
    this.#children.set(key, child);
    return child;
  }

  /** Every error here and below, with its path from above. */
  causes(above: Path): readonly Cause[] {
    const found: Cause[] = [];
    this.#collect(above, found);
    return found;
  }

  #collect(above: Path, found: Cause[]): void {
    for (const error of this.errors) found.push({ error, path: above });
    for (const [key, child] of this.#children) child.#collect([...above, key], found);
  }
}

/** Arranges an answer's errors; nothing if there are none. Errors without a path stand at the root. */
export function errorTree(agency: string, errors: readonly SubgraphError[]): ErrorTree | undefined {
  if (errors.length === 0) return undefined;
  const tree = new ErrorTree();
  for (const error of errors) tree.add(error.path ?? [], clientError(agency, error));
  return tree;
}
