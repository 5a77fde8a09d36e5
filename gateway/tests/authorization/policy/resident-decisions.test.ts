import { describe, expect, test } from '@jest/globals';

import { agreement, facts, statute, table } from './toy-world.ts';

const deny = { kind: 'deny', citation: 'Law 1', reason: 'STATUTE', remedy: 'COURT_ORDER' } as const;

describe('for a resident', () => {
  const conditional = [agreement('a', [{ conditions: { relationship: ['caseload'] } }])];

  test('what the table left open is decided, and what it decided stands', () => {
    const agreements = [
      ...conditional,
      agreement('b', [{ categories: ['office-plain'] }], { provider: 'office' }),
    ];
    const decided = table({ agreements });
    expect(decided.undetermined).toEqual(new Set(['clinic-plain']));
    expect(decided.permitted).toEqual(new Set(['office-plain']));
    expect(decided.ofField('Resident.together')).toMatchObject({
      kind: 'undetermined',
      category: 'clinic-plain',
    });
    expect(decided.ofField('Resident.either').kind).toBe('permit');
    const resident = decided.forResident(facts());
    expect(resident.ofField('Resident.together')).toMatchObject({ kind: 'deny', reason: 'RELATIONSHIP' });
    expect(resident.ofField('Resident.office_plain').kind).toBe('permit');
    expect(resident.ofField('Resident.id').kind).toBe('permit');
    expect(resident.ofField('Resident.bare').kind).toBe('deny');
    expect(resident.ofCategory('never-heard-of').kind).toBe('deny');
  });

  test('a statute that still can’t say denies', () => {
    const statutes = [statute({ kind: 'undetermined', citation: 'Law 1' })];
    const decided = table({ statutes });
    expect(decided.ofField('Resident.clinic_plain').kind).toBe('undetermined');
    expect(decided.forResident(facts()).ofField('Resident.clinic_plain')).toMatchObject({
      kind: 'deny',
      reason: 'UNDECIDABLE',
      authority: 'Toy Law',
    });
  });

  test('facts are read once for each object of facts, and anew for the next', () => {
    const decided = table({ agreements: conditional });
    const none = facts();
    expect(decided.forResident(none)).toBe(decided.forResident(none));
    const related = facts({
      relationships: [
        {
          id: '1',
          residentId: 'r',
          kind: 'caseload',
          subject: 'ann',
          agency: 'office',
          validFrom: new Date(0),
          validUntil: null,
        },
      ],
    });
    expect(decided.forResident(related).ofField('Resident.clinic_plain').kind).toBe('permit');
  });

  test('a denial is of the agreement that came nearest, those that the table denied among them', () => {
    const agreements = [agreement('a', [{ conditions: { consent: ['general'] } }]), agreement('b')];
    const forbidsB = statute(({ agreement: { id } }) =>
      id === 'b' ? deny : { kind: 'permit', citation: 'Law 1' },
    );
    const decided = table({ agreements, statutes: [forbidsB] });
    expect(decided.ofCategory('clinic-plain').kind).toBe('undetermined');
    expect(decided.forResident(facts()).ofCategory('clinic-plain')).toMatchObject({
      reason: 'STATUTE',
      agreement: 'b',
    });
  });

  test('a statute that looks at the kind of an agreement is asked for each kind', () => {
    const conditions = { consent: ['general'] as ['general'] };
    const grants = [{ conditions, breakGlass: true }];
    const agreements = [agreement('a', grants), agreement('b', grants, { kind: 'data-use-licence' })];
    const licences = statute(({ agreement: { kind } }) =>
      kind === 'data-use-licence' ? { kind: 'permit', citation: 'Law 1' } : deny,
    );
    const open = table({ agreements, statutes: [licences] });
    expect(open.ofCategory('clinic-plain').kind).toBe('undetermined');
    expect(open.forResident(facts()).ofCategory('clinic-plain')).toMatchObject({
      agreement: 'a',
      reason: 'STATUTE',
    });
  });

  test('a statute that looks at the agreement is asked for each, however alike they are', () => {
    const agreements = ['a', 'b', 'c'].map((id) =>
      agreement(id, [{ conditions: { consent: ['general'] }, breakGlass: true }]),
    );
    const onlyC = statute(({ resident, ...request }) => {
      if (resident === null) return { kind: 'undetermined', citation: 'Law 1' };
      return request.agreement.id === 'c' ? { kind: 'permit', citation: 'Law 1' } : deny;
    });
    const session = {
      id: '1',
      residentId: 'r',
      subject: 'ann',
      agencies: ['clinic'],
      reason: 'IMMINENT_DANGER',
      openedAt: new Date(0),
      endsAt: new Date('2027-01-01'),
    } as const;
    const decided = table({ agreements, statutes: [onlyC] }).forResident(facts({ breakGlass: session }));
    expect(decided.ofCategory('clinic-plain')).toMatchObject({ kind: 'permit', agreements: [{ id: 'c' }] });
  });
});
