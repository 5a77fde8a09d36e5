import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';

import type { Caller, PurposeOfUse } from '../../../src/authentication/index.ts';
import type { FieldExplanation, PolicyParts } from '../../../src/authorization/index.ts';
import { explainOperation } from '../../../src/authorization/index.ts';
import type { ResidentFacts } from '../../../src/governance/index.ts';
import {
  agreement,
  caller,
  catalogue,
  facts,
  quiet,
  requirements,
  statute,
  today,
} from '../policy/toy-world.ts';

const schema = buildSchema(`
  type Query { resident: Resident find(deep: Int): Resident }
  type Resident { id: ID clinic_plain: Int clinic_deep: Int clinic_hidden: Int together: Int }`);

interface Asked {
  readonly parts?: Partial<PolicyParts>;
  readonly who?: Partial<Caller>;
  readonly purpose?: PurposeOfUse | null;
  readonly about?: ResidentFacts | null;
}

function explain(text: string, { parts, who, purpose = 'TREAT', about = facts() }: Asked = {}) {
  const all = { requirements, agreements: [agreement('a')], statutes: [], state: quiet, ...parts };
  const withArguments = catalogue.map((each, index) =>
    index === 1 ? { ...each, arguments: ['Query.find(deep:)'] } : each,
  );
  return explainOperation(
    {
      document: parse(text),
      operationName: null,
      variables: {},
      caller: caller(who),
      purpose,
      facts: about,
      at: today,
    },
    { catalogue: withArguments, ...all },
    schema,
  );
}

async function field(text: string, asked?: Asked): Promise<FieldExplanation | undefined> {
  const { fields } = await explain(`{ resident { id shown: ${text} } }`, asked);
  return fields.find(({ path }) => path === 'resident.shown');
}

describe('a field that is returned', () => {
  test('is told with its alias, its agreement and the laws', async () => {
    const statutes = [statute({ kind: 'permit', citation: 'Law 1' })];
    expect(await field('clinic_plain', { parts: { statutes } })).toMatchObject({
      path: 'resident.shown',
      coordinate: 'Resident.clinic_plain',
      outcome: 'returned',
      decision: { agreements: [{ id: 'a', clause: '1' }], citations: ['Law 1'] },
      changes: [],
    });
  });

  test('is told with what is made of its value', async () => {
    const transforms = [{ coordinate: 'Resident.clinic_plain', transform: 'redact' as const }];
    const agreements = [agreement('a', [{ transforms }])];
    expect(await field('clinic_plain', { parts: { agreements } })).toMatchObject({
      outcome: 'transformed',
      transform: 'redact',
    });
  });

  test('and shows nothing by itself is not told', async () => {
    expect(await explain('{ resident { id __typename } }')).toMatchObject({ fields: [] });
  });
});

/** Rules by which an agreement sets conditions. */
const conditional = (conditions: object, other: object = {}) => ({
  agreements: [agreement('a', [{ purposes: ['TREAT', 'BTG'], conditions, ...other }])],
});

describe('a field that is not returned', () => {
  test('is concealed where nothing may show that it was withheld, and officers are told so', async () => {
    expect(await field('clinic_hidden')).toMatchObject({
      outcome: 'concealed',
      decision: { reason: 'AGREEMENT' },
    });
  });

  test('depends, as long as the resident isn’t named', async () => {
    const parts = conditional({ consent: ['specific'] });
    expect(await field('clinic_plain', { parts, about: null })).toMatchObject({
      outcome: 'depends',
      changes: [[{ kind: 'consent', value: 'specific' }]],
    });
  });

  test.each<[string, Asked, unknown]>([
    ['the purpose', { purpose: null }, [[{ kind: 'purpose', value: 'TREAT' }]]],
    ['a training', { parts: conditional({ training: ['t'] }) }, [[{ kind: 'training', value: 't' }]]],
    ['the assurance', { parts: conditional({ assuranceLevel: 3 }) }, [[{ kind: 'assurance', value: '3' }]]],
    [
      'one of several relationships',
      { parts: conditional({ relationship: ['guardian', 'caseload'] }) },
      [[{ kind: 'relationship', value: 'caseload' }], [{ kind: 'relationship', value: 'guardian' }]],
    ],
    [
      'a consent or broken glass',
      { parts: conditional({ consent: ['notes'] }, { breakGlass: true }) },
      [[{ kind: 'consent', value: 'notes' }], [{ kind: 'break-glass', value: '' }]],
    ],
    [
      'two things together, if one is not enough',
      { parts: conditional({ consent: ['notes'], training: ['t'] }) },
      [
        [
          { kind: 'training', value: 't' },
          { kind: 'consent', value: 'notes' },
        ],
      ],
    ],
    ['nothing that anybody could do', { who: { roles: ['cook'] } }, []],
    [
      'nothing, where a statute forbids',
      { parts: { statutes: [statute({ kind: 'deny', citation: 'L', reason: 'STATUTE', remedy: 'NONE' })] } },
      [],
    ],
  ])('is told with what would change it: %s', async (_, asked, changes) => {
    const told = await field('clinic_plain', asked);
    expect(told?.outcome).toBe('withheld');
    expect(told?.changes).toEqual(changes);
  });

  test('hides what lies below it', async () => {
    const { fields } = await explain('{ resident { clinic_deep clinic_plain } }', {
      who: { isAnonymous: true },
    });
    expect(fields.map(({ path, outcome }) => [path, outcome])).toEqual([['resident', 'withheld']]);
  });
});

describe('an argument that tells of something withheld', () => {
  test('refuses the operation', async () => {
    expect(await explain('{ find(deep: 1) { id } }')).toMatchObject({ refusedArgument: 'Query.find(deep:)' });
    expect(await explain('{ find { id } }')).toMatchObject({ refusedArgument: null });
  });
});
