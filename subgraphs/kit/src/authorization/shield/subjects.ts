import type { GraphQLResolveInfo, ResponsePath } from 'graphql';

type Path = ResponsePath;

/** Residents by the place of the answer where they stand; graphql-js gives all fields of one object the same. */
const residents = new WeakMap<Path, string>();

/** To be told by each field of a Resident, before it is decided. */
export function rememberSubject({ path: { prev } }: GraphQLResolveInfo, resident: unknown): void {
  const id = residentIdOf(resident);
  if (prev !== undefined && id !== null) residents.set(prev, id);
}

/** Whose data a field is: the nearest Resident above it; null where there is none. */
export function subjectOf({ path }: GraphQLResolveInfo): string | null {
  for (let place: Path | undefined = path; place !== undefined; place = place.prev) {
    if (place.typename === 'Resident') return (place.prev && residents.get(place.prev)) ?? null;
  }
  return null;
}

/** The same place, as if a field of this resident were asked there. */
export function asFieldOf(resident: unknown, info: GraphQLResolveInfo): GraphQLResolveInfo {
  const place: Path = { prev: info.path, key: 0, typename: undefined };
  const inside = { ...info, path: { prev: place, key: info.fieldName, typename: 'Resident' } };
  rememberSubject(inside, resident);
  return inside;
}

/** Every agency's Resident has its id in `id`, as the kit gives it. */
function residentIdOf(resident: unknown): string | null {
  if (typeof resident !== 'object' || resident === null) return null;
  const id: unknown = Reflect.get(resident, 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
