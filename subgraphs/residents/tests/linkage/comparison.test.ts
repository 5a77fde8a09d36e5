import { describe, expect, it } from '@jest/globals';

import { RecordTable, emptyRecord, personComparisons, type PersonRecord } from '../../src/linkage/index.ts';

describe('comparison', () => {
  it.each<[string, Partial<PersonRecord>, Partial<PersonRecord>, string | undefined]>([
    ['givenName', { given: 'José' }, { given: 'JOSE' }, 'exact'],
    ['givenName', { given: 'Bob' }, { given: 'Robert' }, 'nickname'],
    ['givenName', { given: 'R.' }, { given: 'Robert' }, 'initial'],
    ['givenName', { given: 'Robret' }, { given: 'Robert' }, 'similar'],
    ['givenName', { given: 'Ann', middle: 'Marie' }, { given: 'Marie' }, 'middle'],
    ['givenName', { given: 'Smith', surname: 'Amber' }, { given: 'Amber', surname: 'Smith' }, 'swapped'],
    ['givenName', { given: 'Amber' }, { given: 'Unknown' }, undefined],
    ['surname', { given: 'Smith', surname: 'Amber' }, { given: 'Amber', surname: 'Smith' }, undefined],
    ['surname', { surname: "O'Brien-Diaz" }, { surname: 'obrien diaz' }, 'exact'],
    ['surname', { surname: 'García Márquez' }, { surname: 'Marquez' }, 'part'],
    ['suffix', { surname: 'Hill Jr' }, { surname: 'Hill', suffix: 'II' }, 'exact'],
    ['suffix', { surname: 'Hill', suffix: 'Sr' }, { surname: 'Hill', suffix: 'III' }, 'different'],
    ['birthDate', { birthDate: '1990-04-03' }, { birthDate: '19900304' }, 'swapped'],
    ['birthDate', { birthDate: '1990-04-03' }, { birthDate: '1990-01-01' }, 'first of January'],
    ['birthDate', { birthDate: '1990-04-03' }, { birthDate: '1990-04-08' }, 'one edit'],
    ['birthDate', { birthDate: '1990-04-03' }, { birthDate: '2015-06-20' }, 'generation'],
    ['addressLine', { addressLine: '12 North Main Street' }, { addressLine: '12 N Main St.' }, 'exact'],
    ['addressLine', { addressLine: '12 Main St' }, { addressLine: '88 Main St' }, 'street'],
    ['phone', { phone: '+1 (614) 555-0123' }, { phone: '6145550123' }, 'exact'],
    ['phone', { phone: '5555555555' }, { phone: '5555555555' }, undefined],
    ['email', { email: 'A.Lee7@x.org' }, { email: 'a.lee7@y.org' }, 'local part'],
  ])('of %s, %j and %j: %s', (name, one, other, level) => {
    const table = new RecordTable();
    for (const record of [one, other]) table.add({ ...emptyRecord, ...record });
    const comparison = personComparisons.find((candidate) => candidate.name === name);
    expect(comparison?.levels[comparison.bind(table)(0, 1)]).toBe(level);
  });

  it('says nothing of an address made of names that agree already', () => {
    const namesakes = { given: 'Joseph', surname: 'Miller', email: 'joseph.miller@x.org' };
    const numbered = { ...namesakes, email: 'joseph.miller1986@x.org' };
    expect(emailLevel(namesakes, namesakes)).toBeUndefined();
    expect(emailLevel(numbered, numbered)).toBe('exact');
  });
});

function emailLevel(one: Partial<PersonRecord>, other: Partial<PersonRecord>): string | undefined {
  const table = new RecordTable();
  for (const record of [one, other]) table.add({ ...emptyRecord, ...record });
  const comparison = personComparisons.find(({ name }) => name === 'email');
  return comparison?.levels[comparison.bind(table)(0, 1)];
}
