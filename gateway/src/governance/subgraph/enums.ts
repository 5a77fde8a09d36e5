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
};
