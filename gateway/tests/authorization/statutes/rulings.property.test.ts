import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import type { AccessRequest, Ruling } from '../../../src/authorization/access/index.ts';
import { statutes } from '../../../src/authorization/statutes/index.ts';
import { categories } from './situation/catalogue.ts';
import { anyConsent, anyRequest } from './situation/any-request.ts';

const runs = { numRuns: 400 };

function kindsOf(rulings: readonly Ruling[]): readonly Ruling['kind'][] {
  return rulings.map(({ kind }) => kind);
}

/** What every law that covers the category says. */
function rulingsOn(request: AccessRequest): readonly Ruling[] {
  return statutes
    .filter(({ covers }) => covers.includes(request.category.name))
    .map(({ rule }) => rule(request));
}

describe('every law', () => {
  test('knows its answer once it knows the resident', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        fc.pre(request.resident !== null);
        expect(kindsOf(rulingsOn(request))).not.toContain('undetermined');
      }),
      runs,
    );
  });

  test('decides without a resident only what holds for every resident', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        const before = rulingsOn({ ...request, resident: null });
        const after = rulingsOn(request);
        before.forEach(({ kind }, index) => {
          if (kind !== 'undetermined') expect(after[index]?.kind).toBe(kind);
        });
      }),
      runs,
    );
  });

  test('says the same to the same request, and changes nothing in it', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        const copy = structuredClone(request);
        expect(rulingsOn(request)).toEqual(rulingsOn(copy));
        expect(request).toEqual(copy);
      }),
      runs,
    );
  });

  test('cites a place in the law', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        rulingsOn(request).forEach(({ citation }) =>
          expect(citation).toMatch(/\b(CFR|USC|FR|M\.G\.L\.)|^State /),
        );
      }),
      runs,
    );
  });

  test('hides its denials of what must be concealed, and no others', () => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        const denials = rulingsOn(request).filter((ruling) => ruling.kind === 'deny');
        denials.forEach(({ isConcealed }) => expect(isConcealed).toBe(request.category.concealment));
      }),
      runs,
    );
  });

  test('takes one more consent for a reason to permit, never to deny', () => {
    fc.assert(
      fc.property(anyRequest(), anyConsent(), (request, consent) => {
        fc.pre(request.resident !== null);
        const more = withConsents(request, [...(request.resident?.consents ?? []), consent]);
        const after = rulingsOn(more);
        rulingsOn(request).forEach(({ kind }, index) => {
          if (kind === 'permit') expect(after[index]?.kind).toBe('permit');
        });
      }),
      runs,
    );
  });

  test.each([
    ['revoked', { revokedAt: new Date(0) }],
    ['revoked as of tomorrow by a clock that is ahead', { revokedAt: new Date('2100-01-01') }],
    ['expired', { validUntil: new Date(0) }],
    ['yet to begin', { validFrom: new Date('2100-01-01') }],
    ['somebody else’s', { residentId: 'resident-9' }],
    ['for another discloser', { discloser: 'nobody' }],
    ['for no purpose', { purposesOfUse: [] }],
    ['of nothing', { categories: [] }],
    ['to nobody', { recipientAgencies: [], recipientSubjects: [], isGeneralDesignation: false }],
  ])('takes a consent that is %s for none', (_, flaw) => {
    fc.assert(
      fc.property(anyRequest(), (request) => {
        fc.pre(request.resident !== null);
        const flawed = (request.resident?.consents ?? []).map((consent) => ({ ...consent, ...flaw }));
        expect(kindsOf(rulingsOn(withConsents(request, flawed)))).toEqual(
          kindsOf(rulingsOn(withConsents(request, []))),
        );
      }),
      runs,
    );
  });
});

describe('the laws together', () => {
  test('leave no purpose for which a stranger sees what a law guards by itself', () => {
    // HMIS lists coordination with other providers among the uses for which consent is inferred.
    const guarded = categories.filter(
      ({ name, sensitivity }) => sensitivity === 'highest' && name !== 'housing-mental-health',
    );
    fc.assert(
      fc.property(anyRequest(), fc.constantFrom(...guarded), (request, category) => {
        const stranger = { ...request.requester, agency: 'nowhere', roles: [], residentId: null };
        const asked = { ...request, category, requester: stranger, resident: nothingOn(request) };
        expect(kindsOf(rulingsOn(asked))).toContain('deny');
      }),
      runs,
    );
  });

  test('leave nothing but what is public to whoever states no purpose', () => {
    const open = new Set(['court-record', 'justice-section', 'behavioral-health-section']);
    fc.assert(
      fc.property(anyRequest(), (request) => {
        fc.pre(request.category.agency !== 'governance' && request.category.agency !== 'ledger');
        const kinds = kindsOf(rulingsOn({ ...request, purposeOfUse: null }));
        if (request.agreement.kind === 'computer-matching-agreement') expect(kinds).toContain('deny');
        else expect(kinds.includes('deny')).toBe(!open.has(request.category.name));
      }),
      runs,
    );
  });

  test('give law enforcement no record of treatment, whatever is on file', () => {
    const records = categories.filter(({ name }) => name.startsWith('sud-'));
    fc.assert(
      fc.property(anyRequest(), fc.constantFrom(...records), (request, category) => {
        fc.pre(request.purposeOfUse !== 'PATRQT' && request.purposeOfUse !== 'FAMRQT');
        const officer = { ...request.requester, agency: 'state-police', roles: ['police-officer'] };
        expect(kindsOf(rulingsOn({ ...request, category, requester: officer }))).toContain('deny');
      }),
      runs,
    );
  });
});

function withConsents(
  request: AccessRequest,
  consents: NonNullable<AccessRequest['resident']>['consents'],
): AccessRequest {
  return { ...request, resident: request.resident && { ...request.resident, consents } };
}

function nothingOn(request: AccessRequest): NonNullable<AccessRequest['resident']> {
  const residentId = request.resident?.residentId ?? 'resident-1';
  return { residentId, consents: [], relationships: [], breakGlass: null };
}
