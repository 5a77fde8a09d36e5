import {
  hasConsentInForm,
  hasRelationshipAtOwner,
  ownAgency,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * HIV status goes out only on a written consent for each release, apart from every other consent, that states the
 * purpose: one that names this category and one purpose alone. Not even an emergency changes that. The housing
 * caseworker whose client it is keeps using what the client told (24 CFR 574.440).
 */
export const massachusettsChapter111Section70F = statuteOf({
  id: 'mgl-c-111-section-70f',
  citation: 'M.G.L. c. 111, section 70F',
  title: 'HIV test: informed consent, disclosure of results or identity',
  covers: ['housing-hiv'],
  grounds: [
    {
      citation: '24 CFR 574.440',
      when: allOf(
        ownAgency,
        worksAs('housing-caseworker'),
        purposeIs('HOUSING_PLACEMENT', 'COC', 'CAREMGT', 'HPAYMT', 'HOPERAT'),
        hasRelationshipAtOwner('caseload', 'placement'),
      ),
    },
    { citation: 'M.G.L. c. 111, section 70F(2)', when: ownRecord },
    {
      citation: 'M.G.L. c. 111, section 70F(2)',
      when: hasConsentInForm(
        ['specific'],
        ({ categories, purposesOfUse }) => categories.length === 1 && purposesOfUse.length === 1,
      ),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({
    citation: 'M.G.L. c. 111, section 70F(2)',
    reason: 'CONSENT',
    remedy: 'REQUEST_CONSENT',
  }),
});
