import type { Agreement, MatrixPlace, PolicyParts } from '../authorization/index.ts';
import { accessMatrix, axesOf, isInForce } from '../authorization/index.ts';
import { Failure } from '../errors/index.ts';

/** Somebody who may see a data category, for what, and by what. */
export interface AccessRow {
  readonly agency: string;
  readonly role: string;
  /** Null: whichever it is. */
  readonly application: string | null;
  readonly purposes: readonly string[];
  /** Ids of the agreements that grant it. */
  readonly agreements: readonly string[];
  /** What it depends on, where it depends on the resident; null where it doesn't. */
  readonly dependsOn: string | null;
}

/** Who may see a category: nobody of one that is unknown, and null where agreements name too many to decide for. */
export type CategoryAccess = (category: string) => readonly AccessRow[] | null;

/** What stands in place of those who may see a category where they are not known. */
export const tooMany =
  'Not listed: agreements name too many roles and purposes to decide for all of them. The simulator tells it of one role.';

/** Decides, as requests are decided, who may see each category at best: by everybody and every purpose that agreements name. */
export async function categoryAccess(parts: Omit<PolicyParts, 'now'>, at: Date): Promise<CategoryAccess> {
  const axes = decidableAxes(parts.agreements);
  if (axes === null) return () => null;
  const places = await accessMatrix(parts, axes, at);
  const inForce = parts.agreements.filter((agreement) => isInForce(agreement, at));
  const rows = new Map(parts.catalogue.map(({ name }) => [name, rowsOf(name, places, inForce)] as const));
  return (category) => rows.get(category) ?? [];
}

function decidableAxes(agreements: readonly Agreement[]): ReturnType<typeof axesOf> | null {
  try {
    return axesOf(agreements);
  } catch (error) {
    if (error instanceof Failure && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

function rowsOf(
  category: string,
  places: readonly MatrixPlace[],
  agreements: readonly Agreement[],
): readonly AccessRow[] {
  const rows = new Map<string, AccessRow>();
  for (const { requester, purpose, table } of places) {
    const decision = table.ofCategory(category);
    if (decision.kind === 'deny') continue;
    const named = decision.kind === 'permit' ? decision.agreements.map(({ id }) => id) : [];
    const dependsOn = decision.kind === 'permit' ? null : decision.authority;
    const key = JSON.stringify([requester, named, dependsOn]);
    const known = rows.get(key);
    const purposes = [...(known?.purposes ?? []), purpose];
    const { agency, role, application } = requester;
    const granting = named.length > 0 ? named : grantingTo({ agency, role }, category, purposes, agreements);
    rows.set(key, { agency, role, application, purposes, agreements: granting, dependsOn });
  }
  return [...rows.values()];
}

/** The agreements that name somebody, a category and one of the purposes. */
function grantingTo(
  { agency, role }: { readonly agency: string; readonly role: string },
  category: string,
  purposes: readonly string[],
  agreements: readonly Agreement[],
): readonly string[] {
  return agreements
    .filter(
      ({ recipients, grants }) =>
        recipients.some((one) => one.agency === agency && one.roles?.includes(role)) &&
        grants.some(
          (grant) =>
            grant.categories.includes(category) && grant.purposes.some((one) => purposes.includes(one)),
        ),
    )
    .map(({ id }) => id);
}
