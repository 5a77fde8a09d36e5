/**
 * The data categories by the agency that owns them, for laws that speak of all that an agency holds. The same names as
 * in the catalogue, which a test keeps in step.
 */
export const categoriesOf = {
  residents: [
    'resident-identity',
    'resident-demographics',
    'resident-contact',
    'resident-protected-address',
    'resident-household',
    'resident-social-security-number',
    'resident-search',
    'resident-crosswalk',
    'resident-crosswalk-concealed',
    'resident-provenance',
    'resident-link-review',
    'resident-link-history',
    'resident-link-change',
    'resident-link-quality',
  ],
  benefits: [
    'benefits-participation',
    'benefits-client-record',
    'benefits-household',
    'benefits-income',
    'benefits-issuance',
    'benefits-closure-reason',
    'benefits-caseworker',
    'snap',
    'tanf',
    'tanf-work-participation',
    'medicaid',
    'medicaid-eligibility-detail',
    'child-care-assistance',
    'child-care-location',
  ],
  housing: [
    'housing-enrollment',
    'housing-identity',
    'housing-demographics',
    'housing-household',
    'housing-living-situation',
    'housing-disabling-condition',
    'housing-disability',
    'housing-hiv',
    'housing-mental-health',
    'housing-substance-use',
    'housing-domestic-violence',
    'housing-income',
    'housing-coordinated-entry',
  ],
  'behavioral-health': [
    'behavioral-health-section',
    'sud-treatment',
    'sud-minor-consented',
    'sud-counseling-notes',
    'mental-health-treatment',
    'mental-health-minor-consented',
    'psychotherapy-notes',
  ],
  justice: [
    'justice-section',
    'custody-record',
    'criminal-history',
    'court-record',
    'domestic-violence-case',
    'community-supervision',
    'sealed-record',
    'juvenile-record',
  ],
  governance: [
    'access-notice',
    'consent-record',
    'relationship-record',
    'break-glass-record',
    'emergency-declaration',
    'restriction-record',
    'policy-analysis',
    'agency-health',
  ],
  ledger: ['disclosure-record'],
} as const;

/** What tells of a SNAP household, in its own programme or in what the programmes share (7 CFR 272.1(c)). */
export const snapHouseholds: readonly string[] = [
  'snap',
  'benefits-participation',
  'benefits-client-record',
  'benefits-household',
  'benefits-income',
  'benefits-issuance',
  'benefits-closure-reason',
  'benefits-caseworker',
];

/** Every data category. */
export const everyCategory: readonly string[] = Object.values(categoriesOf).flat();
