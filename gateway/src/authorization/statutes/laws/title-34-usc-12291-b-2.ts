import {
  hasConsentInForm,
  hasRelationshipAtOwner,
  isIndexMaintenance,
  ownAgency,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * What a survivor told stays with whom it was told, unless the survivor consents: informed, in writing, and for a
 * limited time. An emergency, a subpoena or an encrypted form are no exceptions. Others see nothing at all.
 */
export const title34Usc12291B2 = statuteOf({
  id: '34-usc-12291-b-2',
  citation: '34 USC 12291(b)(2)',
  title: 'Nondisclosure of confidential or private information of victims',
  covers: ['housing-domestic-violence', 'resident-protected-address', 'resident-crosswalk-concealed'],
  grounds: [
    {
      citation: '34 USC 12291(b)(2)(B)(i)',
      when: allOf(
        ownAgency,
        worksAs('housing-caseworker', 'coordinated-entry-assessor'),
        purposeIs('HOUSING_PLACEMENT', 'COC', 'CAREMGT'),
        hasRelationshipAtOwner('caseload', 'placement'),
      ),
    },
    { citation: '34 USC 12291(b)(2)(B)(i)', when: isIndexMaintenance },
    {
      citation: '34 USC 12291(b)(2)',
      when: allOf(({ category }) => category.name !== 'resident-crosswalk-concealed', ownRecord),
    },
    {
      citation: '34 USC 12291(b)(2)(B)(ii)',
      when: hasConsentInForm(['victim-services'], ({ validUntil }) => validUntil !== null),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '34 USC 12291(b)(2)(B)', reason: 'STATUTE', remedy: 'NONE' }),
});
