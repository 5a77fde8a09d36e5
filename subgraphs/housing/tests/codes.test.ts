import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import { isEnumType } from 'graphql';

import { codes } from '../src/codes/index.ts';
import { housing } from '../src/index.ts';
import { askHousing, nodesOf, resident, seededDatabase, type Page } from './made-up/index.ts';

type Enrollment = Readonly<Record<string, unknown>>;

describe('the code lists', () => {
  test('every value of every enum has a code, and no code has two values', () => {
    for (const [name, list] of Object.entries(codes)) {
      const type = housing.schema.getType(name);
      const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
      expect({ name, values: values.sort() }).toEqual({ name, values: Object.keys(list).sort() });
      expect(new Set(Object.values(list)).size).toBe(values.length);
    }
  });

  test('every enum of the schema is a code list', () => {
    const enums = Object.keys(housing.schema.getTypeMap()).filter(
      (name) => name.startsWith('Housing') && isEnumType(housing.schema.getType(name)),
    );
    expect(enums.sort()).toEqual(Object.keys(codes).sort());
  });
});

eachDialect('codes', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase(open);
  });
  const enrollments = async (id: string, selection: string): Promise<readonly Enrollment[]> => {
    const query = `enrollments { edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } }`;
    const answer = await askHousing<{ readonly enrollments: Page<Enrollment> }>(database, id, query);
    return nodesOf(answer.enrollments);
  };

  test('a doubled-up stay is with friends and not a shelter', async () => {
    const [newest] = await enrollments(
      resident.withTwoRecords,
      'project { type } priorLivingSituation { situation }',
    );
    expect(newest).toEqual({
      project: { type: 'HOMELESSNESS_PREVENTION' },
      priorLivingSituation: { situation: 'WITH_FRIENDS' },
    });
  });

  test('99, 8 and 9 are values that say why, and not null', async () => {
    const [enrollment] = await enrollments(
      resident.withoutAnswers,
      `disablingCondition relationshipToHeadOfHousehold priorLivingSituation { situation lengthOfStay }
       physicalDisability { response isIndefiniteAndImpairs }
       incomeAndBenefits { incomeFromAnySource incomeSources { source response monthlyAmount }
         nonCashBenefits { benefit response } insurances { insurance response } }`,
    );
    expect(enrollment).toEqual({
      disablingCondition: 'DATA_NOT_COLLECTED',
      relationshipToHeadOfHousehold: 'DATA_NOT_COLLECTED',
      priorLivingSituation: { situation: 'CLIENT_DOES_NOT_KNOW', lengthOfStay: 'DATA_NOT_COLLECTED' },
      physicalDisability: [{ response: 'DATA_NOT_COLLECTED', isIndefiniteAndImpairs: null }],
      incomeAndBenefits: [
        {
          incomeFromAnySource: 'DATA_NOT_COLLECTED',
          incomeSources: [{ source: 'EARNED', response: 'DATA_NOT_COLLECTED', monthlyAmount: null }],
          nonCashBenefits: [{ benefit: 'SNAP', response: 'CLIENT_DOES_NOT_KNOW' }],
          insurances: [{ insurance: 'MEDICAID', response: 'CLIENT_PREFERS_NOT_TO_ANSWER' }],
        },
      ],
    });
  });

  test('a client record tells what was marked, or why nothing was', async () => {
    const query = 'clients { races sex nameDataQuality dateOfBirth dateOfBirthDataQuality veteranStatus }';
    const silent = await askHousing<unknown>(database, resident.withoutAnswers, query);
    expect(silent).toEqual({
      clients: [
        {
          races: ['DATA_NOT_COLLECTED'],
          sex: 'DATA_NOT_COLLECTED',
          nameDataQuality: 'CLIENT_PREFERS_NOT_TO_ANSWER',
          dateOfBirth: null,
          dateOfBirthDataQuality: 'CLIENT_DOES_NOT_KNOW',
          veteranStatus: 'DATA_NOT_COLLECTED',
        },
      ],
    });
    const told = await askHousing<unknown>(database, resident.withTwoRecords, 'clients { races }');
    expect(told).toEqual({
      clients: [{ races: ['HISPANIC_OR_LATINO', 'WHITE'] }, { races: ['DATA_NOT_COLLECTED'] }],
    });
  });

  test('an amount of money keeps its cents', async () => {
    const oldest = (
      await enrollments(
        resident.withTwoRecords,
        'incomeAndBenefits { totalMonthlyIncome incomeSources { source response monthlyAmount } }',
      )
    ).at(-1);
    expect(oldest?.['incomeAndBenefits']).toEqual([
      {
        totalMonthlyIncome: '1250.50',
        incomeSources: [
          { source: 'EARNED', response: 'YES', monthlyAmount: '1250.50' },
          { source: 'TANF', response: 'NO', monthlyAmount: null },
        ],
      },
    ]);
  });
});
