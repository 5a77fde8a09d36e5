import { consent, denies, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 USC 602(a)(7): Family violence option: confidentiality of good cause. */
export const title42Usc602A7Cases: CasesOfLaw = {
  law: '42-usc-602-a-7',
  cases: [
    {
      who: 'tanfCaseworker',
      purpose: 'ELIGDTRM',
      what: 'tanf-work-participation',
      expected: permits('42 USC 602(a)(7)(A)', 'no-redisclosure'),
      why: 'who grants good cause knows it',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'tanf-work-participation',
      expected: denies('42 USC 602(a)(7)(A)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'who doesn’t need not: violence may be the cause',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'tanf-work-participation',
      expected: denies('42 USC 602(a)(7)(A)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'nor child welfare',
    },
    {
      who: 'tanfCaseworker',
      purpose: 'THREAT',
      what: 'tanf-work-participation',
      expected: denies('42 USC 602(a)(7)(A)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'nor the caseworker for something else',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'tanf-work-participation',
      expected: permits('42 USC 602(a)(7)(A)'),
      why: 'the recipient told it',
    },
    {
      who: 'assessor',
      purpose: 'COC',
      what: 'tanf-work-participation',
      facts: [consent('victim-services')],
      expected: permits('42 USC 602(a)(7)(A)', 'no-redisclosure'),
      why: 'the survivor lets it be told',
    },
    {
      who: 'assessor',
      purpose: 'COC',
      what: 'tanf-work-participation',
      facts: [consent('specific')],
      expected: permits('42 USC 602(a)(7)(A)', 'no-redisclosure'),
      why: 'or names it in a consent',
    },
    {
      who: 'assessor',
      purpose: 'COC',
      what: 'tanf-work-participation',
      facts: [consent('general')],
      expected: denies('42 USC 602(a)(7)(A)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'which a general release doesn’t',
    },
  ],
};
