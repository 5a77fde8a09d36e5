import type { Caller } from '../../authentication/index.ts';
import type { RelationshipKind } from '../facts/index.ts';

/** Who vouches for what. Family ties are vouched for by the resident index alone, which has seen the papers. */
const vouchers: Readonly<Record<string, ReadonlySet<RelationshipKind>>> = {
  'data-steward': new Set(['caseload', 'treating', 'placement', 'supervision']),
  'coordinated-entry-assessor': new Set(['placement']),
  'index-registrar': new Set(['household', 'guardian']),
};

/** Whether somebody records such relationships for their agency. */
export function vouchesFor({ agency, roles }: Caller, kind: RelationshipKind): boolean {
  const isFamily = kind === 'household' || kind === 'guardian';
  if (isFamily && agency !== 'residents') return false;
  return roles.some((role) => Object.hasOwn(vouchers, role) && vouchers[role]?.has(kind));
}
