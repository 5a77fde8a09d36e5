import type { PurposeOfUse } from '../../authentication/index.ts';
import type { Decision, PolicyParts } from '../policy/index.ts';
import { accessMatrix, axesOf, purposesOf } from './access-matrix.ts';
import type { Requester } from './requesters.ts';

/** Somebody's access, with one purpose, to one thing. */
export interface Access {
  readonly requester: Requester;
  readonly purpose: PurposeOfUse;
  /** `Type.field`, or the name of a category. */
  readonly subject: string;
  readonly decision: Decision;
}

/** Who could see a field, by `Type.field`: everybody with every purpose for whom it isn't denied. */
export async function whoCouldSee(
  coordinate: string,
  parts: Omit<PolicyParts, 'now'>,
  at: Date,
): Promise<readonly Access[]> {
  const places = await accessMatrix(parts, axesOf(parts.agreements), at);
  return places
    .map(({ table, ...place }) => ({ ...place, subject: coordinate, decision: table.ofField(coordinate) }))
    .filter(({ decision }) => decision.kind !== 'deny');
}

/**
 * What somebody in a role can see: every category, with every purpose of which anything comes.
 *
 * @param purpose - only this one, and then what is denied as well
 */
export async function whatCanSee(
  requester: Requester,
  purpose: PurposeOfUse | null,
  parts: Omit<PolicyParts, 'now'>,
  at: Date,
): Promise<readonly Access[]> {
  const purposes = purpose === null ? purposesOf(parts.agreements) : [purpose];
  const places = await accessMatrix(parts, { requesters: [requester], purposes }, at);
  return places
    .flatMap(({ table, ...place }) =>
      parts.catalogue.map(({ name }) => ({ ...place, subject: name, decision: table.ofCategory(name) })),
    )
    .filter(({ decision }) => purpose !== null || decision.kind !== 'deny');
}
