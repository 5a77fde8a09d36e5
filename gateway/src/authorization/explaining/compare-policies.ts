import type { PurposeOfUse } from '../../authentication/index.ts';
import type { Decision, PolicyParts } from '../policy/index.ts';
import type { MatrixPlace } from './access-matrix.ts';
import { accessMatrix, axesOf } from './access-matrix.ts';
import type { Requester } from './requesters.ts';

/** One category for somebody with a purpose, before and after a change. */
export interface AccessChange {
  readonly requester: Requester;
  readonly purpose: PurposeOfUse;
  readonly category: string;
  readonly before: Decision;
  readonly after: Decision;
}

/** What a change of the agreements comes to. */
export interface PolicyComparison {
  readonly changes: readonly AccessChange[];
  /** The places of the matrix in which anything changes, as they were and as they would be. */
  readonly places: readonly { readonly before: MatrixPlace; readonly after: MatrixPlace }[];
}

/**
 * Compares two sets of rules over the whole matrix of category, role and purpose. A change is another decision, another
 * obligation or another transform; that another agreement of the same content grants it is none.
 *
 * @throws Failure BAD_USER_INPUT if the matrix is too large
 */
export async function comparePolicies(
  before: Omit<PolicyParts, 'now'>,
  after: Omit<PolicyParts, 'now'>,
  at: Date,
): Promise<PolicyComparison> {
  const axes = axesOf([...before.agreements, ...after.agreements]);
  const left = await accessMatrix(before, axes, at);
  const right = await accessMatrix(after, axes, at);
  const names = before.catalogue.map(({ name }) => name);
  const compared = left.flatMap((place, index) => {
    const other = right[index];
    if (other === undefined) return [];
    const changes = changesBetween(place, other, names);
    return changes.length > 0 ? [{ places: { before: place, after: other }, changes }] : [];
  });
  return {
    changes: compared.flatMap(({ changes }) => changes),
    places: compared.map(({ places }) => places),
  };
}

function changesBetween(
  { requester, purpose, table }: MatrixPlace,
  other: MatrixPlace,
  categories: readonly string[],
): readonly AccessChange[] {
  return categories.flatMap((category) => {
    const [before, after] = [table.ofCategory(category), other.table.ofCategory(category)];
    const isSame = JSON.stringify(effectOf(before)) === JSON.stringify(effectOf(after));
    return isSame ? [] : [{ requester, purpose, category, before, after }];
  });
}

/** What of a decision a caller would notice in the data. */
function effectOf(decision: Decision): unknown {
  if (decision.kind !== 'permit') return [decision.kind];
  return [decision.kind, decision.obligations.toSorted(), decision.transforms];
}

const order: readonly Decision['kind'][] = ['deny', 'undetermined', 'permit'];

/** Whether less is shown than before. */
export function isLoss(before: Decision, after: Decision): boolean {
  return order.indexOf(after.kind) < order.indexOf(before.kind);
}
