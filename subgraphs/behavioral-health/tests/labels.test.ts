import { expect, test } from '@jest/globals';
import { getNamedType, isObjectType, print } from 'graphql';
import type { GraphQLObjectType } from 'graphql';

import { behavioralHealth } from '../src/index.ts';

/** The categories on an object type or on one of its fields, as the schema's text has them. */
function categoriesOf(type: string, field?: string): readonly string[] {
  const node = behavioralHealth.schema.getType(type) as GraphQLObjectType;
  const place = field === undefined ? node.astNode : node.getFields()[field]?.astNode;
  const labels = (place?.directives ?? []).map(print).filter((label) => label.startsWith('@policy'));
  return labels.flatMap((label) => [...label.matchAll(/"([^"]+)"/g)].map(([, category = '']) => category));
}

/** The object types that can be reached from a type, connections and what stands in them included. */
function reachableFrom(name: string, reached = new Set<string>()): ReadonlySet<string> {
  const type = behavioralHealth.schema.getType(name);
  if (reached.has(name) || !isObjectType(type)) return reached;
  reached.add(name);
  for (const field of Object.values(type.getFields())) reachableFrom(getNamedType(field.type).name, reached);
  return reached;
}

const frames = /(Connection|Edge|PageInfo)$/;

function recordsUnder(name: string): readonly string[] {
  return [...reachableFrom(name)].filter((type) => !frames.test(type));
}

test('everything under substance use treatment is labelled as Part 2 requires, providers included', () => {
  const records = recordsUnder('SubstanceUseTreatment');
  expect(records).toContain('TreatmentProvider');
  for (const type of records) {
    const expected = type === 'TreatmentCounselingNote' ? ['sud-counseling-notes'] : ['sud-treatment'];
    expect([type, categoriesOf(type)]).toEqual([type, expected]);
  }
});

test('notes of both halves stand under categories of their own', () => {
  expect(categoriesOf('TreatmentAdmission', 'counselingNotes')).toEqual(['sud-counseling-notes']);
  expect(categoriesOf('MentalHealthEpisode', 'psychotherapyNotes')).toEqual(['psychotherapy-notes']);
});

test('care to which a minor consented alone stands under a category of its own in both halves', () => {
  expect(categoriesOf('ResidentBehavioralHealth', 'minorConsentedSubstanceUseAdmissions')).toEqual([
    'sud-minor-consented',
    'sud-treatment',
  ]);
  expect(categoriesOf('ResidentBehavioralHealth', 'minorConsentedMentalHealthEpisodes')).toEqual([
    'mental-health-minor-consented',
    'mental-health-treatment',
  ]);
});

test('the halves share no type that has records', () => {
  const substanceUse = new Set(recordsUnder('SubstanceUseTreatment'));
  expect(recordsUnder('MentalHealthCare').filter((type) => substanceUse.has(type))).toEqual([]);
});

test('neither half leads to what a minor consented to alone', () => {
  for (const half of ['SubstanceUseTreatment', 'MentalHealthCare']) {
    const fields = (behavioralHealth.schema.getType(half) as GraphQLObjectType).getFields();
    expect(Object.keys(fields)).toHaveLength(1);
  }
});

test('the section itself is not labelled as treatment', () => {
  expect(categoriesOf('Resident', 'behavioralHealth')).toEqual(['behavioral-health-section']);
});
