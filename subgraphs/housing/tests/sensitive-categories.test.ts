import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import { parse, visit, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';

import { housing } from '../src/index.ts';
import { askHousing, nodesOf, resident, seededDatabase, type Page } from './made-up/index.ts';

/** What only one category may tell, by field. */
const sensitive = {
  'HousingEnrollment.hivAids': 'housing-hiv',
  'HousingEnrollment.mentalHealthDisorder': 'housing-mental-health',
  'HousingEnrollment.substanceUseDisorder': 'housing-substance-use',
  'HousingEnrollment.domesticViolence': 'housing-domestic-violence',
  'HousingProject.hopwaFunders': 'housing-hiv',
  'HousingExit.hopwaDestination': 'housing-hiv',
} as const;

/** Everything of an enrollment that isn't labelled housing-hiv. */
const allButHiv = `
  entryDate relationshipToHeadOfHousehold moveInDate disablingCondition continuumOfCareCode createdAt updatedAt
  project { name type funders { source } continuumOfCareCodes organization { name } hmisParticipation { type } }
  priorLivingSituation { situation lengthOfStay timesHomelessInThreeYears monthsHomelessInThreeYears }
  exit { date destination destinationSubsidy }
  physicalDisability { informationDate dataCollectionStage response isIndefiniteAndImpairs }
  developmentalDisability { informationDate dataCollectionStage response isIndefiniteAndImpairs }
  chronicHealthCondition { informationDate dataCollectionStage response isIndefiniteAndImpairs }
  mentalHealthDisorder { informationDate dataCollectionStage response isIndefiniteAndImpairs }
  substanceUseDisorder { informationDate dataCollectionStage response isIndefiniteAndImpairs }
  domesticViolence { survivor } incomeAndBenefits { totalMonthlyIncome }
  currentLivingSituations { edges { node { situation } } }
  coordinatedEntryAssessments { date } coordinatedEntryEvents { edges { node { date } } }
  householdMembers { relationshipToHeadOfHousehold }`;

describe('the labels', () => {
  test.each(Object.entries(sensitive))('%s is shown under %s alone', (coordinate, category) => {
    expect(policiesOf(coordinate)).toEqual([category]);
  });

  test('a type of sensitive facts is labelled as the field that leads to it', () => {
    expect(policiesOf('HousingHivAids')).toEqual(['housing-hiv']);
    expect(policiesOf('HousingHopwaFunder')).toEqual(['housing-hiv']);
    expect(policiesOf('HousingMentalHealthDisorder')).toEqual(['housing-mental-health']);
    expect(policiesOf('HousingSubstanceUseDisorder')).toEqual(['housing-substance-use']);
    expect(policiesOf('HousingDomesticViolence')).toEqual(['housing-domestic-violence']);
  });
});

eachDialect('sensitive facts', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase(open);
  });
  const enrollment = async (id: string, selection: string): Promise<Readonly<Record<string, unknown>>> => {
    const query = `enrollments { edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } }`;
    const answer = await askHousing<{ readonly enrollments: Page<Readonly<Record<string, unknown>>> }>(
      database,
      id,
      query,
    );
    return nodesOf(answer.enrollments).at(-1) ?? {};
  };

  test('HIV cannot be told from anything that is not labelled so', async () => {
    expect(await enrollment(resident.withHiv, allButHiv)).toEqual(
      await enrollment(resident.withoutHiv, allButHiv),
    );
  });

  test('HIV stands in its own fields', async () => {
    const hiv =
      'hivAids { response viralLoadAvailable viralLoad } exit { hopwaDestination } project { hopwaFunders { source } }';
    expect(await enrollment(resident.withHiv, hiv)).toEqual({
      hivAids: [{ response: 'YES', viralLoadAvailable: 'AVAILABLE', viralLoad: 250 }],
      exit: { hopwaDestination: 'HOPWA_TRANSITIONAL_HOUSING' },
      project: { hopwaFunders: [{ source: 'HOPWA_SHORT_TERM_FACILITY' }] },
    });
  });

  test('a sensitive fact that is not on record is null, as one that was taken away', async () => {
    const none = await enrollment(
      resident.withoutAnswers,
      'hivAids { response } mentalHealthDisorder { response } substanceUseDisorder { response } domesticViolence { survivor }',
    );
    expect(Object.values(none)).toEqual([null, null, null, null]);
  });

  test('substance use and violence are told with the kind and the time', async () => {
    const told = await enrollment(
      resident.withTwoRecords,
      'substanceUseDisorder { response isIndefiniteAndImpairs } domesticViolence { survivor whenOccurred isCurrentlyFleeing }',
    );
    expect(told).toEqual({
      substanceUseDisorder: [{ response: 'ALCOHOL_AND_DRUG', isIndefiniteAndImpairs: 'YES' }],
      domesticViolence: [{ survivor: 'YES', whenOccurred: 'WITHIN_THREE_MONTHS', isCurrentlyFleeing: 'NO' }],
    });
  });

  test('who came along is a reference to a resident and no name', async () => {
    const { householdMembers } = await enrollment(
      resident.withTwoRecords,
      'householdMembers { relationshipToHeadOfHousehold resident { id } }',
    );
    expect(householdMembers).toEqual([
      { relationshipToHeadOfHousehold: 'CHILD', resident: { id: resident.child } },
    ]);
  });
});

function policiesOf(coordinate: string): readonly string[] {
  const [typeName, fieldName] = coordinate.split('.');
  let found: ObjectTypeDefinitionNode | FieldDefinitionNode | undefined;
  visit(parse(housing.sdl), {
    ObjectTypeDefinition(type) {
      if (type.name.value !== typeName) return;
      found = fieldName === undefined ? type : type.fields?.find((field) => field.name.value === fieldName);
    },
  });
  const policies: string[] = [];
  for (const directive of found?.directives ?? []) {
    visit(directive, { StringValue: ({ value }) => void policies.push(value) });
  }
  return policies;
}
