import type { CompareAgreementsQuery, RoleAccessQuery } from '../../documents/operations.ts';

type Access = NonNullable<RoleAccessQuery['roleAccess']>[number];
type Change = NonNullable<NonNullable<CompareAgreementsQuery['compareAgreements']>['changes']>[number];

/** What is decided, and by what. */
export type Decision = NonNullable<Access['decision']>;

/** Somebody whom agreements name. */
export interface Requester {
  readonly agency: string;
  readonly role: string;
  readonly application: string | null;
}

/** One side of a cell: for whom and when it was decided, and what. Without a decision nothing opens it. */
export interface Side {
  readonly requester: Requester;
  /** An instant; null for now. */
  readonly at: string | null;
  readonly decision: Decision | null;
}

/** A category for a purpose, and where two things are compared the other side. */
export interface Cell {
  readonly category: string;
  readonly purpose: string;
  readonly before: Side;
  readonly after: Side | null;
}

/** A category, and for whom if there are several. */
export interface Row {
  readonly key: string;
  readonly category: string;
  readonly requester: Requester | null;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What somebody's access was looked up for, and what was found. */
export interface Looked {
  readonly requester: Requester;
  readonly at: string | null;
  readonly access: readonly Access[];
}

/** One kind of the three; what nothing opens is denied. */
export function kindOf({ decision }: Side): NonNullable<Decision['kind']> {
  return decision?.kind ?? 'DENY';
}

/** How a cell changes from one side to the other. */
export type CellChange = 'same' | 'more' | 'less' | 'otherwise';

const openness = { DENY: 0, UNDETERMINED: 1, PERMIT: 2 } as const;

/** Whether the other side sees more or less. */
export function changeOf({ before, after }: Cell): CellChange {
  if (after === null) return 'same';
  const difference = openness[kindOf(after)] - openness[kindOf(before)];
  if (difference > 0) return 'more';
  if (difference < 0) return 'less';
  return effectOf(before) === effectOf(after) ? 'same' : 'otherwise';
}

/** What of a decision would be noticed in the data. */
function effectOf({ decision }: Side): string {
  return JSON.stringify(
    decision?.kind === 'PERMIT' ? [decision.obligations?.toSorted(), decision.transforms] : null,
  );
}

/** A row for each category; with a second lookup each cell has both sides. */
export function rowsOfAccess(
  categories: readonly string[],
  purposes: readonly string[],
  before: Looked,
  after: Looked | null,
): readonly Row[] {
  const [left, right] = [before, after].map((looked) => looked && decisionsIn(looked));
  const side = (looked: Looked, decisions: ReadonlyMap<string, Decision>, place: string): Side => ({
    requester: looked.requester,
    at: looked.at,
    decision: decisions.get(place) ?? null,
  });
  return categories.map((category) => ({
    key: category,
    category,
    requester: null,
    cells: new Map(
      purposes.map((purpose) => {
        const place = `${category} ${purpose}`;
        const cell: Cell = {
          category,
          purpose,
          before: side(before, left ?? new Map(), place),
          after: after && side(after, right ?? new Map(), place),
        };
        return [purpose, cell];
      }),
    ),
  }));
}

function decisionsIn({ access }: Looked): ReadonlyMap<string, Decision> {
  return new Map(
    access.flatMap(({ subject, purposeOfUse, decision }) =>
      decision ? [[`${subject} ${purposeOfUse}`, decision] as const] : [],
    ),
  );
}

/** A row for each category and whoever sees it otherwise than before. */
export function rowsOfChanges(changes: readonly Change[]): readonly Row[] {
  const rows = new Map<string, Row & { readonly cells: Map<string, Cell> }>();
  for (const { requester, category, purposeOfUse, before, after } of changes) {
    if (!requester || !category || !purposeOfUse) continue;
    const { agency, role, application } = requester;
    const who: Requester = { agency: agency ?? '', role: role ?? '', application };
    const key = `${category} ${who.role}@${who.agency} ${who.application}`;
    const row = rows.get(key) ?? { key, category, requester: who, cells: new Map<string, Cell>() };
    const side = (decision: Decision | null): Side => ({ requester: who, at: null, decision });
    row.cells.set(purposeOfUse, {
      category,
      purpose: purposeOfUse,
      before: side(before),
      after: side(after),
    });
    rows.set(key, row);
  }
  return [...rows.values()];
}
