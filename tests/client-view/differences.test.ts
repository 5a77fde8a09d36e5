import { describe, expect, test } from '@jest/globals';
import { differencesBetween } from '../../gateway/client-view/source/agreements/differences-between.ts';
import type { Grant, Version } from '../../gateway/client-view/source/agreements/grants-of.ts';

const clause = (name: string, terms: Partial<Grant> = {}): Grant =>
  ({
    clause: name,
    categories: ['housing-stay'],
    purposes: ['TREAT'],
    obligations: [],
    transforms: [],
    ...terms,
  }) as unknown as Grant;

const version = (...grants: readonly Grant[]): Version => ({ grants }) as unknown as Version;

describe('what changed between two versions of an agreement', () => {
  const [audited, lessened] = [
    clause('1', { obligations: ['AUDIT', 'NOTIFY'] }),
    clause('2', { transforms: [{ coordinate: 'Resident.birthDate', transform: 'YEAR' }] }),
  ];

  test('is nothing where the same clauses, and what they oblige to, stand in another order', () => {
    const turned = clause('1', { obligations: ['NOTIFY', 'AUDIT'] });
    expect(differencesBetween(version(audited, lessened), version(lessened, turned))).toEqual([]);
  });

  test('is told where a clause has other conditions', () => {
    const [difference] = differencesBetween(version(audited), version(lessened));
    expect(difference).toMatchObject({ kind: 'otherwise', category: 'housing-stay', purpose: 'TREAT' });
  });
});
