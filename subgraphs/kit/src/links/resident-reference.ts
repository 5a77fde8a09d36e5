import type { ResidentLinks } from './resident-links.ts';

/** A resident as an agency knows them: the resident index's id and all of the agency's own. */
export interface LinkedResident {
  readonly id: string;
  readonly localIds: readonly string[];
}

interface Linked {
  readonly links: ResidentLinks;
}

/** What names a resident; the scalar ID may come as a number. */
interface Reference {
  readonly id: string | number;
}

/** How an agency finds what belongs to a resident's id; null where it has nothing to say of them. */
export type FindResident = (reference: Reference, context: Linked) => Promise<LinkedResident | null>;

/**
 * The reference resolver of `Resident` for an agency. Null, without an error, where the agency has no link.
 *
 * @example resolvers: { Resident: { ...residentReference, housing: (resident: LinkedResident) => resident } }
 */
export const residentReference = { __resolveReference: linkedResident } as const;

/**
 * The reference resolver of `Resident` for an agency that must not tell whom it knows, as 42 CFR 2.13(c) has it:
 * every id that the resident index could have issued is a resident, one without a link has no local ids.
 *
 * @example resolvers: { Resident: { ...everyResident, justice: (resident: LinkedResident) => resident } }
 */
export const everyResident = { __resolveReference: anyResident } as const;

async function linkedResident(reference: Reference, { links }: Linked) {
  const resident = await find(reference, links);
  return resident.localIds.length === 0 ? null : resident;
}

async function anyResident(reference: Reference, { links }: Linked) {
  const resident = await find(reference, links);
  return resident.localIds.length === 0 && !issued.test(resident.id) ? null : resident;
}

async function find(reference: Reference, links: ResidentLinks): Promise<LinkedResident> {
  const id = String(reference.id);
  return { id, localIds: await links.localIds.load(id) };
}

/** What the resident index issues: 26 characters of Crockford's base 32 (https://www.crockford.com/base32.html). */
const issued = /^[0-9A-HJKMNP-TV-Z]{26}$/;
