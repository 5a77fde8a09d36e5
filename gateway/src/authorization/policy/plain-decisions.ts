import type { Assessment } from './assessment.ts';
import type { Denial, Permit } from './decision.ts';

/** Permits what shows nothing by itself. */
export const openDecision: Permit = {
  kind: 'permit',
  agreements: [],
  citations: [],
  obligations: [],
  transforms: [],
};

/** Refuses what nobody labelled, or what isn't there. */
export const unlabelledDecision: Denial = {
  kind: 'deny',
  reason: 'UNDECIDABLE',
  authority: 'No data category is known.',
  remedy: 'NONE',
  agreement: null,
  category: '',
  isConcealed: false,
};

/** The beginning of a sum of permits. */
export const permitNothing: Assessment = { decision: openDecision, stage: null };

/** A requirement that nobody can satisfy. */
export const undecidable: Assessment = { decision: unlabelledDecision, stage: 'agreement' };

/** The denial of whoever sent no token. */
export const unknownCaller: Assessment = {
  decision: { ...unlabelledDecision, reason: 'ASSURANCE', authority: 'NIST SP 800-63-4', remedy: 'STEP_UP' },
  stage: 'agreement',
};

/** The denial of whoever lacks a role that a field asks for by its name. */
export function withoutRole(role: string): Assessment {
  const decision: Denial = {
    ...unlabelledDecision,
    reason: 'ROLE',
    authority: `The role ${role} is needed.`,
    remedy: 'REQUEST_AGREEMENT',
  };
  return { decision, stage: 'role' };
}
