import type { AgreementsInFullQuery } from '../../documents/operations.ts';

/** An agreement with everything that its file says. */
export type FullAgreement = NonNullable<AgreementsInFullQuery['agreements']>[number];

/** One version of an agreement. */
export type Version = NonNullable<FullAgreement['earlierVersions']>[number];

/** One clause. */
export type Grant = NonNullable<Version['grants']>[number];

/** Every place at which an agreement grants a category for a purpose, with the clauses that do. */
export type GrantedPlaces = ReadonlyMap<string, readonly Grant[]>;

/** The name of a place. */
export function placeOf(category: string, purpose: string): string {
  return `${category} ${purpose}`;
}

/** What a version grants, place by place. */
export function placesOf({ grants }: Version): GrantedPlaces {
  const places = new Map<string, Grant[]>();
  for (const grant of grants ?? [])
    for (const category of grant.categories ?? [])
      for (const purpose of grant.purposes ?? []) {
        const place = placeOf(category, purpose);
        places.set(place, [...(places.get(place) ?? []), grant]);
      }
  return places;
}

/** Categories and purposes that a version names, each once. */
export function axesOf(versions: readonly Version[]): {
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
} {
  const grants = versions.flatMap((version) => version.grants ?? []);
  return {
    categories: [...new Set(grants.flatMap(({ categories }) => categories ?? []))],
    purposes: [...new Set(grants.flatMap(({ purposes }) => purposes ?? []))],
  };
}
