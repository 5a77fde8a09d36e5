import {
  agreementRestsOnStatute,
  categoryIs,
  isCriminalJusticeStaff,
  isOwnStewardship,
  isPersonalRequest,
  ownRecord,
  purposeIs,
  trainedIn,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

const isTrained = trainedIn('chri-awareness');
const isCriminalJusticePurpose = purposeIs('HLEGAL', 'REENTRY', 'HOPERAT', 'AUDIT');
/** Custody tells other agencies when somebody comes out and where to; it says nothing of charges. */
const isCustodyForServices = allOf(
  categoryIs('custody-record'),
  purposeIs('HOUSING_PLACEMENT', 'COC', 'CAREMGT', 'TREAT', 'ELIGDTRM', 'ELIGVER', 'COVERAGE', 'REENTRY'),
);

/**
 * Criminal history goes to criminal justice agencies for criminal justice, and to others whom a statute authorises
 * under an agreement; to nobody who isn't trained. Individuals may review their own. The training counts only with
 * fingerprints (CJIS Security Policy): the agency that issues the token vouches for both.
 */
export const title28Cfr20Section33 = statuteOf({
  id: '28-cfr-20-33',
  citation: '28 CFR 20.21, 20.33',
  title: 'Dissemination of criminal history record information',
  covers: ['criminal-history', 'custody-record', 'community-supervision', 'sealed-record'],
  grounds: [
    {
      citation: '28 CFR 20.33(a)(1)',
      when: allOf(isTrained, isCriminalJusticeStaff, isCriminalJusticePurpose),
      obligations: ['no-redisclosure'],
    },
    { citation: '28 CFR 20.21(f)', when: allOf(isTrained, isOwnStewardship) },
    {
      citation: '28 CFR 20.21(b)(2)',
      when: allOf(isTrained, isCustodyForServices, agreementRestsOnStatute),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '28 CFR 20.21(b)(2)',
      when: allOf(
        isTrained,
        categoryIs('criminal-history', 'custody-record', 'community-supervision'),
        worksAs('child-welfare-caseworker'),
        purposeIs('CHILD_PROTECTION'),
        agreementRestsOnStatute,
      ),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '28 CFR 20.21(g)',
      when: allOf(({ category }) => category.name !== 'sealed-record', ownRecord),
    },
  ],
  otherwise: (request) =>
    isTrained(request) || isPersonalRequest(request)
      ? { citation: '28 CFR 20.33(a)', reason: 'STATUTE', remedy: 'NONE' }
      : { citation: '28 CFR 20.21(f)', reason: 'TRAINING', remedy: 'COMPLETE_TRAINING' },
});
