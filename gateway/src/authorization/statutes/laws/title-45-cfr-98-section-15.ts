import {
  administersBenefits,
  asGuardian,
  hasConsent,
  hasRelationship,
  isBenefitsWorker,
  isOwnStewardship,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/** The Lead Agency's policy on who may use what it knows of children in subsidised care. */
export const title45Cfr98Section15 = statuteOf({
  id: '45-cfr-98-15',
  citation: '45 CFR 98.15',
  title: 'Child Care and Development Fund: confidential information about children and families',
  covers: ['child-care-assistance', 'child-care-location'],
  grounds: [
    {
      citation: '45 CFR 98.15',
      when: allOf(isBenefitsWorker, administersBenefits),
    },
    {
      citation: '45 CFR 98.15',
      when: allOf(
        worksAs('child-welfare-caseworker'),
        purposeIs('CHILD_PROTECTION'),
        hasRelationship('placement', 'caseload'),
      ),
      obligations: ['no-redisclosure'],
    },
    { citation: '45 CFR 98.15', when: isOwnStewardship },
    { citation: '45 CFR 98.31', when: ownRecord },
    { citation: '45 CFR 98.31', when: asGuardian },
    { citation: '45 CFR 98.15', when: hasConsent('specific'), obligations: ['no-redisclosure'] },
  ],
  otherwise: () => ({ citation: '45 CFR 98.15', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});
