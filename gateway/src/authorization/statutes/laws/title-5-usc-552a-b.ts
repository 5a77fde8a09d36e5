import type { AccessRequest } from '../../access/index.ts';
import {
  asHousehold,
  hasBrokenGlass,
  isFleeingFelonRequest,
  isPersonalRequest,
  ownRecord,
  purposeIs,
  worksAs,
  worksFor,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/** Looking for somebody is not looking at one's own. */
const isNoSearch = ({ category }: AccessRequest) => category.name !== 'resident-search';

const isPolice = (request: AccessRequest) =>
  worksFor('state-police')(request) || worksAs('police-officer')(request);

/**
 * Who somebody is and where they live goes out for a routine use, published and agreed upon. For the police an
 * agreement is no routine use: they ask in writing for one person (552a(b)(7)), or show compelling circumstances.
 */
export const title5Usc552aB = statuteOf({
  id: '5-usc-552a-b',
  citation: '5 USC 552a(b)',
  title: 'Conditions of disclosure',
  covers: [
    'resident-identity',
    'resident-demographics',
    'resident-contact',
    'resident-household',
    'resident-search',
    'resident-crosswalk',
    'resident-provenance',
    'resident-link-review',
    'resident-link-history',
    'resident-link-change',
    'resident-link-quality',
  ],
  grounds: [
    {
      citation: '5 USC 552a(b)(3)',
      when: (request) => !isPolice(request) && !isPersonalRequest(request),
    },
    { citation: '5 USC 552a(b)(7)', when: isFleeingFelonRequest, obligations: ['no-redisclosure'] },
    {
      citation: '5 USC 552a(b)(8)',
      when: allOf(purposeIs('THREAT'), hasBrokenGlass('IMMINENT_DANGER', 'CHILD_AT_RISK')),
      obligations: ['notify-provider'],
    },
    { citation: '5 USC 552a(d)(1)', when: allOf(isNoSearch, ownRecord) },
    { citation: '5 USC 552a(h)', when: allOf(isNoSearch, asHousehold) },
  ],
  otherwise: (request) =>
    isPersonalRequest(request)
      ? { citation: '5 USC 552a(b)', reason: 'RELATIONSHIP', remedy: 'NONE' }
      : { citation: '5 USC 552a(b)(7)', reason: 'STATUTE', remedy: 'COURT_ORDER' },
});
