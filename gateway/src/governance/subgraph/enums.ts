/** How the values of enums are called in the records, where that differs from the schema. */
export const enums = {
  ConsentKind: {
    GENERAL: 'general',
    TREATMENT_PAYMENT_OPERATIONS: 'treatment-payment-operations',
    SPECIFIC: 'specific',
    NOTES: 'notes',
    VICTIM_SERVICES: 'victim-services',
  },
  RelationshipKind: {
    CASELOAD: 'caseload',
    TREATING: 'treating',
    PLACEMENT: 'placement',
    HOUSEHOLD: 'household',
    GUARDIAN: 'guardian',
    SUPERVISION: 'supervision',
  },
  ExplainedOutcome: {
    RETURNED: 'returned',
    TRANSFORMED: 'transformed',
    DEPENDS: 'depends',
    WITHHELD: 'withheld',
    CONCEALED: 'concealed',
  },
  PossibleStepKind: {
    PURPOSE: 'purpose',
    TRAINING: 'training',
    ASSURANCE: 'assurance',
    RELATIONSHIP: 'relationship',
    CONSENT: 'consent',
    BREAK_GLASS: 'break-glass',
  },
  PolicyDecisionKind: { PERMIT: 'permit', DENY: 'deny', UNDETERMINED: 'undetermined' },
};
