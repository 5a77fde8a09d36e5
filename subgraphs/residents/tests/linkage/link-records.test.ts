import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import {
  RecordTable,
  assignOneToOne,
  candidateKeys,
  cluster,
  clusterRecords,
  createNumberTokenizer,
  createPolicy,
  decideRecords,
  emptyRecord,
  gradeOf,
  personComparisons,
  scoreRecords,
  type PersonRecord,
} from '../../src/linkage/index.ts';

const tokenize = createNumberTokenizer(new Uint8Array(32).fill(1));
const givens = [
  'Ada',
  'Bela',
  'Carla',
  'Dora',
  'Emil',
  'Franz',
  'Gala',
  'Hugo',
  'Ines',
  'Jonas',
  'Kai',
  'Lena',
];
const surnames = [
  'Abara',
  'Brandt',
  'Castro',
  'Dufour',
  'Eriksen',
  'Fuchs',
  'Garcia',
  'Haddad',
  'Ito',
  'Jansen',
];

describe('linking records without labels', () => {
  const { records, truth } = town(120);
  const table = tableOf(records);
  const scored = scoreRecords(table);
  const { model } = scored;
  const withoutPhone = tableOf(town(220).records.map((record) => ({ ...record, phone: null })));

  it('puts each person together and keeps those apart who live together', () => {
    const groups = clusterRecords(table, scored);
    const wrong = records.flatMap((_, record) => {
      const twin = truth.indexOf(truth[record]!);
      return groups[record] === groups[twin] ? [] : [record];
    });
    expect(wrong.length / records.length).toBeLessThan(0.02);
    expect(new Set(groups).size).toBeGreaterThan(0.98 * new Set(truth).size);
  });

  it('links by itself only what is right', () => {
    const decisions = decideRecords(scored);
    const linked = decisions.flatMap((decision, edge) => (decision === 'link' ? [edge] : []));
    expect(linked.length).toBeGreaterThan(80);
    for (const edge of linked)
      expect(truth[scored.edges.ones[edge]!]).toBe(truth[scored.edges.others[edge]!]);
  });

  it('weighs alike whenever it is run, and in a table that had room for fewer', () => {
    expect(scoreRecords(tableOf(records, 1)).edges.weights).toEqual(scored.edges.weights);
  });

  it('compares all who share a key with few enough others, and nobody else', () => {
    const { edges, skippedBlocks } = scoreRecords(withoutPhone, { model });
    const blocks = candidateKeys(withoutPhone).flatMap((key) => blocksOf(key, withoutPhone.count));
    const small = blocks.filter(({ records: { length }, largest }) => length <= largest);
    expect(new Set(Array.from(edges.ones, (one, edge) => `${one} ${edges.others[edge]}`))).toEqual(
      new Set(small.flatMap((block) => pairsOf(block.records))),
    );
    expect(skippedBlocks).toBe(blocks.length - small.length);
    expect(skippedBlocks).toBeGreaterThan(0);
  });

  it('weighs a candidate as it weighs any two records', () => {
    const { edges, scorer } = scoreRecords(withoutPhone, { model });
    const weights = edges.weights.map((_, edge) => scorer.weight(edges.ones[edge]!, edges.others[edge]!));
    expect(edges.weights).toEqual(weights);
  });

  it('compares no pair twice and none with itself', () => {
    const { count, ones, others } = scored.edges;
    const pairs = Array.from({ length: count }, (_, edge) => `${ones[edge]} ${others[edge]}`);
    expect(new Set(pairs).size).toBe(count);
    expect(pairs.every((pair) => new Set(pair.split(' ')).size === 2)).toBe(true);
  });
});

describe('guarded clustering', () => {
  it('does not pull together the unlike ends of a chain', () => {
    const weights = new Map([
      ['0 1', 9],
      ['1 2', 8],
      ['0 2', -30],
    ]);
    const edges = {
      count: 2,
      ones: Uint32Array.of(0, 1),
      others: Uint32Array.of(1, 2),
      weights: Float32Array.of(9, 8),
    };
    const weight = (one: number, other: number): number =>
      weights.get(`${Math.min(one, other)} ${Math.max(one, other)}`) ?? 0;
    expect([...cluster(3, edges, { leastWeight: 0, guard: 0, weight })]).toEqual([0, 0, 2]);
    weights.set('0 2', 1);
    expect([...cluster(3, edges, { leastWeight: 0, guard: 0, weight })]).toEqual([0, 0, 0]);
  });
});

describe('clustering, best evidence first', () => {
  it.each([
    [9, 8, [0, 0, 2]],
    [8, 9, [0, 1, 1]],
    [0.5, -1, [0, 0, 2]],
    [-1, 0.5, [0, 1, 1]],
    [-0.5, -1, [0, 0, 2]],
    [-1, -0.5, [0, 1, 1]],
    [1, 1, [0, 0, 2]],
  ])('of weights %d and %d takes the greater, of equal ones the first', (first, second, groups) => {
    const edges = {
      count: 2,
      ones: Uint32Array.of(0, 1),
      others: Uint32Array.of(1, 2),
      weights: Float32Array.of(first, second),
    };
    expect([...cluster(3, edges, { leastWeight: -2, guard: 0, weight: weightOfEnds })]).toEqual(groups);
  });
});

describe('one-to-one assignment', () => {
  it('gives each record its best counterpart that is left', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 6, max: 11 }), fc.nat(20))), (pairs) => {
        const edges = {
          count: pairs.length,
          ones: Uint32Array.from(pairs, ([one]) => one),
          others: Uint32Array.from(pairs, ([, other]) => other),
          weights: Float32Array.from(pairs, ([, , weight]) => weight),
        };
        const taken = assignOneToOne(edges, 0).flatMap((edge) => [edges.ones[edge], edges.others[edge]]);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('the contradiction policy', () => {
  const decide = createPolicy(personComparisons);
  const agreeing = { givenName: 'exact', surname: 'exact', birthDate: 'exact' };

  it('links what is certain and uncontradicted', () => {
    expect(decide(levels(agreeing), 12)).toBe('link');
  });

  it.each([
    ['another number', { socialSecurityNumber: 'different' }],
    ["a twin's number", { socialSecurityNumber: 'consecutive' }],
    ['another generation', { suffix: 'different' }],
    ['another sex', { sex: 'different' }],
    ['another given name', { givenName: 'different' }],
    ['another middle name', { middleName: 'different' }],
  ])('asks a person about %s, however probable it is', (_, contradiction) => {
    expect(decide(levels({ ...agreeing, ...contradiction }), 40)).toBe('review');
  });

  it('asks where a name is missing, or neither birth date nor number agrees', () => {
    expect(decide(levels({ surname: 'exact', birthDate: 'exact' }), 20)).toBe('review');
    expect(decide(levels({ ...agreeing, birthDate: 'one edit' }), 20)).toBe('review');
  });

  it('leaves apart what is not even possible', () => {
    expect(decide(levels(agreeing), -3)).toBe('apart');
    expect([0.999, 0.95, 0.5, 0.1].map(gradeOf)).toEqual([
      'certain',
      'probable',
      'possible',
      'certainly-not',
    ]);
  });
});

function levels(named: Readonly<Record<string, string>>): number[] {
  return personComparisons.map(({ name, levels: all }) => all.indexOf(named[name] ?? ''));
}

function blocksOf(
  { key, largestBlock }: ReturnType<typeof candidateKeys>[number],
  count: number,
): readonly { readonly records: readonly number[]; readonly largest: number }[] {
  const blocks = new Map<number, number[]>();
  for (let record = 0; record < count; record += 1) {
    const hash = key(record);
    if (hash !== 0) blocks.set(hash, [...(blocks.get(hash) ?? []), record]);
  }
  return [...blocks.values()].map((records) => ({ records, largest: largestBlock }));
}

function pairsOf(block: readonly number[]): string[] {
  return block.flatMap((one, at) => block.slice(at + 1).map((other) => `${one} ${other}`));
}

/** Nobody is unlike but the first and the third. */
function weightOfEnds(one: number, other: number): number {
  return one === 0 && other === 2 ? -30 : 1;
}

function tableOf(records: readonly PersonRecord[], capacity = records.length): RecordTable {
  const table = new RecordTable(capacity);
  for (const record of records) table.add(record);
  return table;
}

/** Households of two, everybody written down twice, the second time without the number and with a slip in the name. */
function town(households: number): { records: readonly PersonRecord[]; truth: readonly number[] } {
  const people = Array.from({ length: households * 2 }, (_, person) => {
    const household = Math.floor(person / 2);
    const day = new Date(Date.UTC(1950, 0, 1) + ((person * 7_919) % 20_000) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const given = `${givens[(person * 5) % givens.length]}${'abcdefghij'[person % 10]}o`;
    return {
      ...emptyRecord,
      given,
      surname: `${surnames[household % surnames.length]}${'aeiou'[household % 5]}n`,
      birthDate: day,
      sex: person % 2 === 0 ? 'female' : 'male',
      socialSecurityNumber: tokenize(String(900_000_000 + ((person * 104_729) % 90_000_000))),
      addressLine: `${household + 10} Elm Street`,
      postalCode: String(43_000 + (household % 40)),
      phone: `614${5_550_000 + household}`,
    };
  });
  const again = people.map((person, at) => ({
    ...person,
    given: at % 4 === 0 ? `${person.given.slice(0, 2)}${person.given.slice(3)}` : person.given,
    socialSecurityNumber: at % 3 === 0 ? person.socialSecurityNumber : null,
  }));
  return { records: [...people, ...again], truth: [...people, ...again].map((_, at) => at % people.length) };
}
