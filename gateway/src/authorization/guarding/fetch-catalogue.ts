import { failure } from '../../errors/index.ts';
import type { PlannedOperation } from '../../execution/index.ts';
import type { DecisionTable, Denial } from '../policy/index.ts';
import type { AskedFetch, CompiledFetch } from './compile-fetch.ts';
import { compileFetch, fetchWithout } from './compile-fetch.ts';
import type { SchemaOf } from './fetch-schemas.ts';

/** What a catalogue is made from. */
export interface FetchCatalogueOptions {
  readonly planned: PlannedOperation;
  readonly schemaOf: SchemaOf;
  readonly table: Pick<DecisionTable, 'ofField'>;
}

/** Denials for named residents in different combinations; a fetch that meets more of them compiles some again. */
const mostVariants = 200;

/** The fetches of a plan as one decision table sees them. */
export class FetchCatalogue {
  readonly #options: FetchCatalogueOptions;
  readonly #fetches = new Map<string, CompiledFetch>();
  readonly #variants = new Map<CompiledFetch, Map<string, AskedFetch | null>>();

  /** @throws Failure PLAN_NOT_PERMITTED if a fetch asks for what is denied */
  constructor(options: FetchCatalogueOptions) {
    this.#options = options;
    for (const { agency, query } of options.planned.fetches) this.find(agency, query);
  }

  /** Whether anything of what the plan foretold depends on residents. */
  get hasDependents(): boolean {
    return [...this.#fetches.values()].some(({ asked }) => asked !== null);
  }

  /**
   * The fetch of a text. One that the plan didn't foretell is checked as those that it did.
   *
   * @throws Failure PLAN_NOT_PERMITTED if it asks for what is denied
   */
  find(agency: string, query: string): CompiledFetch {
    const key = `${agency} ${query}`;
    const known = this.#fetches.get(key);
    if (known) return known;
    const compiled = this.#compile(agency, query);
    this.#fetches.set(key, compiled);
    return compiled;
  }

  /** A fetch of entities without what is denied for those whom it names; null if nothing is left. */
  without(fetch: CompiledFetch, denied: ReadonlyMap<string, Denial>): AskedFetch | null {
    const variants = this.#variants.get(fetch) ?? new Map<string, AskedFetch | null>();
    this.#variants.set(fetch, variants);
    const key = [...denied.keys()].join(' ');
    const known = variants.get(key);
    if (known !== undefined) return known;
    const variant = fetchWithout(fetch, this.#options.table, denied);
    if (variants.size >= mostVariants) variants.clear();
    variants.set(key, variant);
    return variant;
  }

  #compile(agency: string, query: string): CompiledFetch {
    const { schemaOf, table } = this.#options;
    const schema = schemaOf(agency);
    if (!schema) throw failure('PLAN_NOT_PERMITTED', { agency });
    const compiled = compileFetch({ query, schema, table });
    const [denied] = compiled.denied;
    if (denied !== undefined) throw failure('PLAN_NOT_PERMITTED', { agency, place: denied });
    return compiled;
  }
}
