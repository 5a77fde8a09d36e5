import type { ResidentLinks } from './resident-links.ts';

/** A resident as an agency knows them: the resident index's id and all of the agency's own. */
export interface LinkedResident {
  readonly id: string;
  readonly localIds: readonly string[];
}

interface Linked {
  readonly links: ResidentLinks;
}

/** Finds a resident's local ids; null where the agency has no link. */
export async function linkedResident(
  reference: { readonly id: string },
  { links }: Linked,
): Promise<LinkedResident | null> {
  const id = String(reference.id);
  const localIds = await links.localIds.load(id);
  return localIds.length === 0 ? null : { id, localIds };
}

/**
 * The reference resolver of `Resident` for an agency. Null, without an error, where the agency has no link.
 *
 * @example resolvers: { Resident: { ...residentReference, housing: (resident: LinkedResident) => resident } }
 */
export const residentReference = { __resolveReference: linkedResident };
