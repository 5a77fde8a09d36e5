import type { Decision, Denial } from '../policy/index.ts';
import { obligationNotice } from './obligations.ts';

/**
 * The decision, unless it is a permit with an obligation that this gateway can't fulfil: then a denial
 * (XACML 3.0, section 7.18).
 */
export function fulfillable<Given extends Decision>(decision: Given): Given | Denial {
  if (decision.kind !== 'permit') return decision;
  const unknown = decision.obligations.find((id) => obligationNotice(id) === undefined);
  return unknown === undefined ? decision : undecidable({ authority: `obligation ${unknown}`, category: '' });
}

/** The denial of what can't be decided. */
export function undecidable({ authority, category }: Pick<Denial, 'authority' | 'category'>): Denial {
  return {
    kind: 'deny',
    reason: 'UNDECIDABLE',
    authority,
    remedy: 'NONE',
    agreement: null,
    category,
    isConcealed: false,
  };
}
