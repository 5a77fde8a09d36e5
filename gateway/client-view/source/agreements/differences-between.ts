import { axesOf, placeOf, placesOf, type Grant, type Version } from './grants-of.ts';

/** A category for a purpose that one version grants otherwise than another. */
export interface Difference {
  readonly kind: 'more' | 'less' | 'otherwise';
  readonly category: string;
  readonly purpose: string;
  /** The clauses of before and after; none where it was not granted. */
  readonly before: readonly Grant[];
  readonly after: readonly Grant[];
}

/** What the later of two versions grants more, less, or under other conditions. */
export function differencesBetween(before: Version, after: Version): readonly Difference[] {
  const { categories, purposes } = axesOf([before, after]);
  const [left, right] = [placesOf(before), placesOf(after)];
  return categories.flatMap((category) =>
    purposes.flatMap((purpose): Difference[] => {
      const place = placeOf(category, purpose);
      const [was, is] = [left.get(place) ?? [], right.get(place) ?? []];
      if (was.length + is.length === 0 || isSame(was, is)) return [];
      const kind = was.length === 0 ? 'more' : is.length === 0 ? 'less' : 'otherwise';
      return [{ kind, category, purpose, before: was, after: is }];
    }),
  );
}

/** Neither the order and the numbers of clauses nor what else they grant make a difference. */
function isSame(one: readonly Grant[], other: readonly Grant[]): boolean {
  return termsOf(one) === termsOf(other);
}

function termsOf(grants: readonly Grant[]): string {
  const terms = grants.map(({ clause: _clause, categories: _categories, purposes: _purposes, ...rest }) =>
    JSON.stringify(rest, (_, value: unknown) =>
      Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : value,
    ),
  );
  return [...new Set(terms)].toSorted().join();
}
