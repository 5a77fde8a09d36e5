import type { Category } from '../categories/index.ts';
import type { Denial, Permit } from '../policy/index.ts';

/** Fields about which the same was decided for the same reason. */
interface PermittedFields extends Pick<Permit, 'agreements' | 'citations' | 'obligations' | 'transforms'> {
  readonly outcome: 'permit';
  readonly categories: readonly string[];
  /** The agencies whose categories they are. */
  readonly providers: readonly string[];
  /** `Type.field`, in the order of their names. */
  readonly coordinates: readonly string[];
}

interface DeniedFields extends Omit<Denial, 'kind' | 'category'> {
  readonly outcome: 'deny';
  readonly categories: readonly string[];
  readonly providers: readonly string[];
  readonly coordinates: readonly string[];
}

/**
 * What was decided about the fields that an operation asks for of a resident. Fields that show nothing by themselves
 * (keys, paging) are permitted without an agreement or a law.
 */
export type DisclosureTerms = readonly (PermittedFields | DeniedFields)[];

/** Gathers decisions into terms. */
export class TermsBuilder {
  readonly #categoriesOf: (coordinate: string) => readonly Category[];
  readonly #groups = new Map<string, { decision: Permit | Denial; coordinates: Set<string> }>();

  /** @param categoriesOf - what a field shows */
  constructor(categoriesOf: (coordinate: string) => readonly Category[]) {
    this.#categoriesOf = categoriesOf;
  }

  add(coordinate: string, decision: Permit | Denial): void {
    const key = JSON.stringify(decision);
    const group = this.#groups.get(key);
    if (group) group.coordinates.add(coordinate);
    else this.#groups.set(key, { decision, coordinates: new Set([coordinate]) });
  }

  /** The terms as a list in JSON; the same terms give the same text. */
  text(): string {
    const groups = [...this.#groups].toSorted(([left], [right]) => (left < right ? -1 : 1));
    const decisions = groups.map(([, { decision, coordinates }]) => this.#decided(decision, coordinates));
    return JSON.stringify(decisions satisfies DisclosureTerms);
  }

  #decided(decision: Permit | Denial, found: ReadonlySet<string>): DisclosureTerms[number] {
    const coordinates = [...found].toSorted();
    const shown = coordinates.flatMap((coordinate) => this.#categoriesOf(coordinate));
    const categories = [...new Set(shown.map(({ name }) => name))].toSorted();
    const providers = [...new Set(shown.map(({ agency }) => agency))].toSorted();
    const about = { categories, providers, coordinates };
    if (decision.kind === 'deny') {
      const { reason, authority, remedy, agreement, isConcealed } = decision;
      return { outcome: 'deny', reason, authority, remedy, agreement, isConcealed, ...about };
    }
    const { agreements, citations, obligations, transforms } = decision;
    const by = { agreements, citations, obligations };
    const own = transforms.filter(({ coordinate }) => found.has(coordinate));
    return { outcome: 'permit', ...by, transforms: own, ...about };
  }
}
