import {
  administersBenefits,
  categoryIs,
  hasConsentInForm,
  hasRelationship,
  isIndexMaintenance,
  ownAgency,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

const citation = 'State address confidentiality programmes';

/**
 * Everybody uses the substitute address. The real one is for the participant and for the index that keeps it, and
 * for others on a waiver that ends. Where a child is cared for leads to the parent's home just as well: it is for
 * those who run the care, and not for whoever asks as a family member.
 */
export const stateAddressConfidentiality = statuteOf({
  id: 'state-address-confidentiality',
  citation,
  title: 'Address confidentiality programmes',
  covers: ['resident-protected-address', 'child-care-location'],
  grounds: [
    { citation, when: isIndexMaintenance },
    {
      citation,
      when: allOf(
        categoryIs('child-care-location'),
        ownAgency,
        worksAs('child-care-worker'),
        administersBenefits,
      ),
    },
    {
      citation,
      when: allOf(
        categoryIs('child-care-location'),
        worksAs('child-welfare-caseworker'),
        purposeIs('CHILD_PROTECTION'),
        hasRelationship('placement'),
      ),
      obligations: ['no-redisclosure'],
    },
    { citation, when: ownRecord },
    {
      citation,
      when: hasConsentInForm(['specific', 'victim-services'], ({ validUntil }) => validUntil !== null),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation, reason: 'STATUTE', remedy: 'COURT_ORDER' }),
});
