import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildASTSchema, isInputObjectType, isObjectType, parse } from 'graphql';

import type { Agreement } from '../../../src/authorization/agreements/index.ts';
import { isInForce, readAgreements } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';
import {
  checkAgreements,
  checkCategories,
  publishedSchemas,
  readCategories,
} from '../../../src/authorization/index.ts';
import type { SubgraphSchema } from '../../../src/supergraph/index.ts';
import { readSubgraphs } from '../../../src/supergraph/index.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
const folder = path('gateway/agreements');

/** A day in the middle of the terms: tests say themselves what time it is. */
const today = new Date('2026-11-22T12:00:00Z');

/** Categories that nobody is granted on purpose, each with its reason. */
const grantedToNobody: Readonly<Record<string, string>> = {};

/** Of these the gateway itself decides record by record whose they are: they are written as well as read. */
const decidedByRecord: ReadonlySet<string> = new Set(['consent-record', 'disclosure-record']);

/** The roles that the identity provider issues, by agency; officers have theirs at every agency. */
const roles: Readonly<Record<string, readonly string[]>> = {
  housing: ['housing-caseworker', 'coordinated-entry-assessor', 'mental-health-clinician', 'sud-counselor'],
  benefits: [
    'snap-eligibility-worker',
    'tanf-caseworker',
    'medicaid-eligibility-worker',
    'child-care-worker',
  ],
  'behavioral-health': ['sud-counselor', 'mental-health-clinician'],
  justice: ['probation-officer', 'court-clerk', 'reentry-planner', 'corrections-officer'],
  residents: ['resident', 'index-registrar'],
  'emergency-medical-services': ['emergency-physician', 'emergency-medical-technician'],
  'child-welfare': ['child-welfare-caseworker'],
  'legal-aid': ['attorney'],
  'information-technology': ['system-administrator'],
  'research-institute': ['researcher'],
  'state-police': ['police-officer'],
  'energy-assistance': ['energy-assistance-worker'],
  'school-nutrition': ['school-nutrition-worker'],
};
const officers = ['privacy-officer', 'data-steward'];
const trainings = ['chri-awareness', 'part-2-confidentiality', 'hmis-privacy'];

let categories: readonly Category[];
let agreements: readonly Agreement[];
let subgraphs: readonly SubgraphSchema[];

beforeAll(async () => {
  const read = await readCategories(`${folder}/categories.yaml`);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems));
  const agreed = await readAgreements(folder, read.categories);
  if (agreed.kind !== 'read') throw new Error(JSON.stringify(agreed.problems));
  const schemas = await readSubgraphs(path('supergraph.yaml'));
  if (schemas.kind !== 'read') throw new Error(JSON.stringify(schemas.problems));
  ({ categories } = read);
  ({ agreements } = agreed);
  ({ subgraphs } = schemas);
});

function inForce(): readonly Agreement[] {
  return agreements.filter((agreement) => isInForce(agreement, today));
}

/** The agreements in force that grant a category to a role for a purpose. */
function granting(category: string, role: string, purpose: string): readonly string[] {
  const fitting = inForce().filter(
    ({ recipients, grants }) =>
      recipients.some((recipient) => recipient.roles?.includes(role)) &&
      grants.some(
        (grant) => grant.categories.includes(category) && grant.purposes.includes(purpose as never),
      ),
  );
  return fitting.map(({ id }) => id);
}

describe('the agreements of this graph', () => {
  test('are of every kind and in every state', () => {
    expect(new Set(agreements.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(agreements.map(({ status }) => status)).size).toBe(7);
    expect(new Set(agreements.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(5);
  });

  test('grant every category to somebody, but for those that nobody is to have', () => {
    const granted = new Set(inForce().flatMap(({ grants }) => grants.flatMap((grant) => grant.categories)));
    const names = categories.map(({ name }) => name).filter((name) => !granted.has(name));
    expect(names).toEqual(Object.keys(grantedToNobody));
  });

  test('name roles and trainings that the identity provider issues', () => {
    const unknown = agreements.flatMap(({ recipients, grants }) => [
      ...recipients.flatMap((recipient) =>
        (recipient.roles ?? []).filter(
          (role) => ![...(roles[recipient.agency] ?? []), ...officers].includes(role),
        ),
      ),
      ...grants.flatMap(({ conditions }) =>
        (conditions?.training ?? []).filter((each) => !trainings.includes(each)),
      ),
    ]);
    expect(unknown).toEqual([]);
  });

  test('make less only what there is and what they open', () => {
    expect(checkAgreements(subgraphs, agreements)).toEqual([]);
  });

  test('let editors check them by the schema beside them', async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
    for (const name of names) {
      const [first] = (await readFile(`${folder}/${name}`, 'utf8')).split('\n');
      const schema = name === 'categories.yaml' ? 'categories' : 'agreement';
      expect([name, first]).toEqual([name, `# yaml-language-server: $schema=./${schema}.schema.json`]);
    }
  });

  test.each<[string, string, string, number]>([
    ['housing-caseworker', 'snap', 'HOUSING_PLACEMENT', 0],
    ['housing-caseworker', 'sud-treatment', 'HOUSING_PLACEMENT', 0],
    ['probation-officer', 'sud-treatment', 'HLEGAL', 0],
    ['police-officer', 'mental-health-treatment', 'THREAT', 0],
    ['researcher', 'housing-enrollment', 'HRESCH', 0],
    ['attorney', 'housing-enrollment', 'HLEGAL', 0],
    ['school-nutrition-worker', 'snap', 'ELIGVER', 0],
    ['resident', 'sud-counseling-notes', 'PATRQT', 0],
    ['resident', 'sealed-record', 'PATRQT', 0],
    ['snap-eligibility-worker', 'medicaid-eligibility-detail', 'ELIGDTRM', 0],
    ['housing-caseworker', 'resident-social-security-number', 'HOUSING_PLACEMENT', 0],
    ['snap-eligibility-worker', 'snap', 'ELIGDTRM', 2],
    ['snap-eligibility-worker', 'medicaid', 'ELIGDTRM', 1],
    ['snap-eligibility-worker', 'resident-social-security-number', 'ELIGDTRM', 1],
    ['sud-counselor', 'sud-treatment', 'TREAT', 2],
    ['probation-officer', 'criminal-history', 'HLEGAL', 1],
    ['housing-caseworker', 'custody-record', 'REENTRY', 1],
    ['attorney', 'court-record', 'HLEGAL', 1],
  ])('give %s the category %s for %s under so many of them: %4$i', (role, category, purpose, count) => {
    expect(granting(category, role, purpose)).toHaveLength(count);
  });

  test('open no record of a resident to residents but their own and that of a child in their care', () => {
    const open = inForce()
      .filter(({ recipients }) => recipients.some((recipient) => recipient.roles?.includes('resident')))
      .flatMap(({ grants }) => grants)
      .filter(({ categories: granted }) => granted.some((name) => !decidedByRecord.has(name)))
      .filter(
        ({ conditions }) => !conditions?.isOwnRecord && !conditions?.relationship?.includes('guardian'),
      );
    expect(open).toEqual([]);
  });

  test('show residents nothing of what is concealed', () => {
    const concealed = categories.flatMap(({ name, concealment }) => (concealment ? [name] : []));
    const shown = inForce()
      .filter(({ recipients }) => recipients.some((recipient) => recipient.roles?.includes('resident')))
      .flatMap(({ grants }) => grants.flatMap((grant) => grant.categories));
    expect(shown.filter((name) => concealed.includes(name))).toEqual([]);
  });
});

describe('the catalogue of categories', () => {
  test('guards arguments that the schemas have, and every one that needs it', () => {
    expect(checkCategories(subgraphs, categories)).toEqual([]);
  });

  test.each(['Query.searchResidents(inputs:)', 'ResidentSearchInput.nickname', 'SnapCase.issuances(first:)'])(
    'is refused if it guards %s, which the agency does not have',
    (coordinate) => {
      const changed = categories
        .filter(({ name }) => name === 'resident-identity')
        .map((category) => ({ ...category, arguments: [coordinate] }));
      const unknown = checkCategories(subgraphs, changed).filter(
        ({ code }) => code === 'CATEGORY_ARGUMENT_UNKNOWN',
      );
      expect(unknown).toMatchObject([{ coordinate }]);
    },
  );

  test('guards every argument by which anything is found or written; the others turn pages or name whom they mean', () => {
    const guarded = new Set(categories.flatMap(({ arguments: given = [] }) => given));
    const open = subgraphs
      .flatMap(argumentsOf)
      .filter((coordinate) => !guarded.has(coordinate))
      .filter((coordinate) => !/\((?:first|after|id|ids|input|filter):\)$/.test(coordinate))
      .filter((coordinate) => coordinate !== 'ExplainOperationInput.requester');
    expect(open).toEqual([]);
  });
});

describe('a transform', () => {
  test.each<[string, string, 'year-of-birth' | 'redact', RegExp]>([
    ['a field that there is not', 'Resident.birthday', 'redact', /no field Resident\.birthday/],
    ["another agency's field", 'HousingClient.dateOfBirth', 'redact', /no field HousingClient/],
    ['a field that the grant does not open', 'ResidentPhone.number', 'redact', /does not open/],
    ['values of another type', 'ResidentName.given', 'year-of-birth', /of type Date/],
  ])('of %s is refused', (_, coordinate, transform, message) => {
    expect(transformed(coordinate, transform)).toEqual([expect.stringMatching(message)]);
  });

  test('of what the grant opens is in order', () => {
    expect(transformed('Resident.birthDate', 'year-of-birth')).toEqual([]);
  });
});

test('the published JSON Schemas are those of the code (npm run schemas)', async () => {
  for (const { file, schema } of publishedSchemas())
    expect([file, JSON.parse(await readFile(`${folder}/${file}`, 'utf8'))]).toEqual([file, schema]);
});

/** As `Type.field(argument:)` and `InputType.field`; found by graphql-js, not by the code that is tested. */
function argumentsOf({ sdl }: SubgraphSchema): readonly string[] {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.map(({ name }) => `${type.name}.${field.name}(${name}:)`),
    );
  });
}

/** What is wrong with a transform in the first grant of the limited licence. */
function transformed(coordinate: string, transform: 'year-of-birth' | 'redact'): readonly string[] {
  return agreements
    .filter(({ id }) => id === 'resident-index-limited')
    .map((agreement) => ({
      ...agreement,
      grants: agreement.grants
        .slice(0, 1)
        .map((grant) => ({ ...grant, transforms: [{ coordinate, transform }] })),
    }))
    .flatMap((agreement) => checkAgreements(subgraphs, [agreement]).map(({ message }) => message));
}
