import type { ResidentLinks } from './resident-links.ts';

/** A resident as an agency knows them: the resident index's id and all of the agency's own. */
export interface LinkedResident {
  readonly id: string;
  readonly localIds: readonly string[];
}

interface Linked {
  readonly links: ResidentLinks;
}

/**
 * The reference resolver of `Resident` for an agency. Null, without an error, where the agency has no link.
 *
 * @example resolvers: { Resident: { ...residentReference, housing: (resident: LinkedResident) => resident } }
 */
export const residentReference = {
  async __resolveReference(
    reference: { readonly id: string },
    { links }: Linked,
  ): Promise<LinkedResident | null> {
    const localIds = await links.localIds.load(reference.id);
    return localIds.length === 0 ? null : { id: reference.id, localIds };
  },
};
