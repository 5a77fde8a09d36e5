import type { AgencyName } from '../truth.ts';

/** How often the clerks of an agency write something other than the truth: probabilities per record. */
export interface ErrorProfile {
  readonly typoInGiven: number;
  readonly typoInSurname: number;
  readonly nicknameForGiven: number;
  readonly middleInitialOnly: number;
  readonly middleOmitted: number;
  readonly surnameAtBirth: number;
  readonly oneOfTwoSurnames: number;
  readonly namesSwapped: number;
  readonly suffixOmitted: number;
  /** The system takes the 26 letters only. */
  readonly withoutAccents: boolean;
  readonly sexMissing: number;
  readonly birthDateMissing: number;
  readonly birthDateFirstOfJanuary: number;
  readonly dayAndMonthSwapped: number;
  readonly birthDateDigitWrong: number;
  readonly socialSecurityNumberMissing: number;
  readonly lastFourOnly: number;
  readonly socialSecurityNumberDigitWrong: number;
  readonly addressMissing: number;
  readonly addressOutdated: number;
  readonly addressSpeltOut: number;
  readonly typoInAddress: number;
  readonly phoneMissing: number;
  readonly phoneOutdated: number;
  readonly phoneDigitWrong: number;
  readonly emailMissing: number;
  /** Whether the agency keeps the true home of a participant of the address confidentiality programme. */
  readonly keepsConfidentialAddress: boolean;
  /** A second local record for one person. */
  readonly secondRecord: number;
}

/** A careful office with documents on the table; the others differ from it. */
const careful: ErrorProfile = {
  typoInGiven: 0.015,
  typoInSurname: 0.02,
  nicknameForGiven: 0.02,
  middleInitialOnly: 0.35,
  middleOmitted: 0.2,
  surnameAtBirth: 0.04,
  oneOfTwoSurnames: 0.2,
  namesSwapped: 0.003,
  suffixOmitted: 0.3,
  withoutAccents: false,
  sexMissing: 0.002,
  birthDateMissing: 0.002,
  birthDateFirstOfJanuary: 0.004,
  dayAndMonthSwapped: 0.008,
  birthDateDigitWrong: 0.012,
  socialSecurityNumberMissing: 0.05,
  lastFourOnly: 0.02,
  socialSecurityNumberDigitWrong: 0.012,
  addressMissing: 0.02,
  addressOutdated: 0.06,
  addressSpeltOut: 0.15,
  typoInAddress: 0.03,
  phoneMissing: 0.1,
  phoneOutdated: 0.1,
  phoneDigitWrong: 0.01,
  emailMissing: 0.4,
  keepsConfidentialAddress: false,
  secondRecord: 0.015,
};

/** Each agency errs in its own way: an office with documents, a shelter at midnight, a ward, a booking desk. */
export const profiles: Readonly<Record<AgencyName, ErrorProfile>> = {
  residents: {
    ...careful,
    typoInGiven: 0.008,
    typoInSurname: 0.01,
    nicknameForGiven: 0.01,
    middleInitialOnly: 0.1,
    middleOmitted: 0.05,
    keepsConfidentialAddress: true,
    secondRecord: 0.004,
  },
  benefits: { ...careful, withoutAccents: true, secondRecord: 0.02 },
  housing: {
    ...careful,
    typoInGiven: 0.04,
    typoInSurname: 0.05,
    nicknameForGiven: 0.12,
    middleOmitted: 0.6,
    namesSwapped: 0.008,
    birthDateMissing: 0.03,
    birthDateFirstOfJanuary: 0.04,
    birthDateDigitWrong: 0.03,
    socialSecurityNumberMissing: 0.25,
    lastFourOnly: 0.12,
    addressMissing: 0.4,
    phoneMissing: 0.35,
    emailMissing: 0.7,
    secondRecord: 0.06,
  },
  'behavioral-health': {
    ...careful,
    typoInGiven: 0.025,
    typoInSurname: 0.03,
    nicknameForGiven: 0.06,
    dayAndMonthSwapped: 0.02,
    socialSecurityNumberMissing: 0.3,
    lastFourOnly: 0.15,
    emailMissing: 0.8,
    secondRecord: 0.03,
  },
  justice: {
    ...careful,
    withoutAccents: true,
    typoInGiven: 0.03,
    typoInSurname: 0.04,
    nicknameForGiven: 0.05,
    namesSwapped: 0.01,
    birthDateDigitWrong: 0.03,
    birthDateFirstOfJanuary: 0.015,
    socialSecurityNumberMissing: 0.2,
    socialSecurityNumberDigitWrong: 0.03,
    addressOutdated: 0.2,
    emailMissing: 0.95,
    secondRecord: 0.04,
  },
};

/** A number of its own for each agency's stream of chance; never reuse one. */
export const agencyNumbers: Readonly<Record<AgencyName, number>> = {
  residents: 1,
  benefits: 2,
  housing: 3,
  'behavioral-health': 4,
  justice: 5,
};
