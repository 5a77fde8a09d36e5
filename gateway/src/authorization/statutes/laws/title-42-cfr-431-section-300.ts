import {
  administersBenefits,
  asGuardian,
  categoryIs,
  hasBrokenGlass,
  hasConsent,
  isBenefitsWorker,
  isMedicalPersonnel,
  isOwnStewardship,
  isOwnUseOfReportedIncome,
  isTreatmentProvider,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * What Medicaid knows of applicants and of those who live with them serves the administration of the plan:
 * eligibility, the amount of help, and services. Other programmes may verify income and eligibility (section 1137);
 * everybody else needs the individual's permission first (431.306(d)), or an emergency, told of at once afterwards.
 */
export const title42Cfr431Section300 = statuteOf({
  id: '42-cfr-431-300',
  citation: '42 CFR 431.300-431.306',
  title: 'Safeguarding information on applicants and beneficiaries',
  covers: [
    'medicaid',
    'medicaid-eligibility-detail',
    'benefits-participation',
    'benefits-income',
    'housing-income',
  ],
  grounds: [
    {
      citation: '42 CFR 431.302(a)',
      when: allOf(worksAs('medicaid-eligibility-worker'), administersBenefits),
    },
    {
      citation: '42 CFR 431.306(d)',
      when: allOf(
        worksAs('snap-eligibility-worker', 'tanf-caseworker'),
        purposeIs('ELIGDTRM', 'ELIGVER', 'ENROLLM', 'COVERAGE'),
      ),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '42 CFR 431.302(a)',
      when: allOf(
        categoryIs('benefits-participation', 'benefits-income'),
        isBenefitsWorker,
        administersBenefits,
      ),
    },
    {
      citation: '42 CFR 431.302(c)',
      when: allOf(categoryIs('medicaid'), isTreatmentProvider, purposeIs('COVERAGE', 'HPAYMT', 'TREAT')),
    },
    { citation: '42 CFR 431.302', when: isOwnStewardship },
    { citation: '42 CFR 431.300', when: isOwnUseOfReportedIncome },
    { citation: '42 CFR 431.306(d)', when: ownRecord },
    { citation: '42 CFR 431.306(d)', when: asGuardian },
    {
      citation: '42 CFR 431.306(d)',
      when: hasConsent('specific'),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '42 CFR 431.306(d)',
      when: allOf(isMedicalPersonnel, purposeIs('ETREAT', 'BTG'), hasBrokenGlass('MEDICAL_EMERGENCY')),
      obligations: ['notify-provider'],
    },
  ],
  otherwise: () => ({ citation: '42 CFR 431.306(d)', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});
