import { conceals, consent, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** State sealing and expungement statutes: Sealed and expunged records. */
export const stateSealingAndExpungementCases: CasesOfLaw = {
  law: 'state-sealing-and-expungement',
  cases: [
    {
      who: 'courtClerk',
      purpose: 'HLEGAL',
      what: 'sealed-record',
      expected: permits('State sealing and expungement statutes', 'no-redisclosure'),
      why: 'the court keeps it',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'sealed-record',
      facts: [relationship('supervision')],
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'for the probation officer there is none',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'sealed-record',
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'nor for the police',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'sealed-record',
      facts: [consent('specific')],
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'nor for a landlord with a consent',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sealed-record',
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'nor for whoever holds the resident’s telephone',
    },
    {
      who: 'courtClerk',
      purpose: 'REENTRY',
      what: 'sealed-record',
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'nor for the clerk on other business',
    },
    {
      who: 'courtClerkElsewhere',
      purpose: 'HLEGAL',
      what: 'sealed-record',
      expected: conceals('State sealing and expungement statutes', 'STATUTE', 'COURT_ORDER'),
      why: 'another court keeps other records',
    },
  ],
};
