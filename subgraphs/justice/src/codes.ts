/** The agency's stored codes by the name that the schema gives them. */
export const codes = {
  JusticeIdentificationBasis: { FINGERPRINT: 'FP', NAME: 'NM' },
  JusticeArrestCategory: { ON_VIEW: 'O', SUMMONED_OR_CITED: 'S', TAKEN_INTO_CUSTODY: 'T' },
  JusticeJuvenileDisposition: { HANDLED_WITHIN_DEPARTMENT: 'H', REFERRED_TO_OTHER_AUTHORITIES: 'R' },
  JusticeSeverity: { FELONY: 'F', MISDEMEANOR: 'M', INFRACTION: 'I' },
  JusticeDisposition: { CONVICTED: 'CON', DISMISSED: 'DIS', ACQUITTED: 'ACQ', DIVERTED: 'DIV' },
  JusticeReleaseReason: {
    BAIL: 'BAIL',
    RECOGNIZANCE: 'ROR',
    TIME_SERVED: 'TIME',
    CHARGES_DISMISSED: 'DISM',
    TRANSFERRED: 'XFER',
  },
  JusticeCaseType: { FELONY: 'CF', MISDEMEANOR: 'CM', INFRACTION: 'CI', JUVENILE_DELINQUENCY: 'JV' },
  JusticeCaseStatus: { OPEN: 'O', DISPOSED: 'D' },
  JusticeHearingType: { ARRAIGNMENT: 'ARR', PRETRIAL: 'PTC', TRIAL: 'TRL', DISPOSITION: 'DSP' },
  JusticeHearingStatus: { SCHEDULED: 'S', HELD: 'H', CANCELLED: 'C' },
  JusticeSupervisionType: { PROBATION: 'PROB', DIVERSION: 'DIV' },
} as const;
