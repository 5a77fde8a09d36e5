/** HMIS 4.02 Income and Sources: the source. The internal value is the HMIS CSV column. */
export const incomeSource = {
  EARNED: 'Earned',
  UNEMPLOYMENT: 'Unemployment',
  SSI: 'SSI',
  SSDI: 'SSDI',
  VA_DISABILITY_SERVICE: 'VADisabilityService',
  VA_DISABILITY_NON_SERVICE: 'VADisabilityNonService',
  PRIVATE_DISABILITY: 'PrivateDisability',
  WORKERS_COMPENSATION: 'WorkersComp',
  TANF: 'TANF',
  GENERAL_ASSISTANCE: 'GA',
  SOCIAL_SECURITY_RETIREMENT: 'SocSecRetirement',
  PENSION: 'Pension',
  CHILD_SUPPORT: 'ChildSupport',
  ALIMONY: 'Alimony',
  OTHER: 'OtherIncomeSource',
} as const;

/** HMIS 4.03 Non-Cash Benefits: the benefit. The internal value is the HMIS CSV column. */
export const nonCashBenefit = {
  SNAP: 'SNAP',
  WIC: 'WIC',
  TANF_CHILD_CARE: 'TANFChildCare',
  TANF_TRANSPORTATION: 'TANFTransportation',
  OTHER_TANF: 'OtherTANF',
  OTHER: 'OtherBenefitsSource',
} as const;

/** HMIS 4.04 Health Insurance: the insurance. The internal value is the HMIS CSV column. */
export const insurance = {
  MEDICAID: 'Medicaid',
  MEDICARE: 'Medicare',
  SCHIP: 'SCHIP',
  VA_MEDICAL_SERVICES: 'VHAServices',
  EMPLOYER_PROVIDED: 'EmployerProvided',
  COBRA: 'COBRA',
  PRIVATE_PAY: 'PrivatePay',
  STATE_HEALTH_INSURANCE: 'StateHealthIns',
  INDIAN_HEALTH_SERVICES: 'IndianHealthServices',
  OTHER: 'OtherInsurance',
} as const;

/** The column that holds the monthly amount of a source of income. */
export function incomeAmountColumn(source: string): string {
  return source === incomeSource.OTHER ? 'OtherIncomeAmount' : `${source}Amount`;
}
