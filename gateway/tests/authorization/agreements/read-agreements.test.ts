import { describe, expect, test } from '@jest/globals';

import {
  AgreementsRefused,
  contentHash,
  readAgreements,
  readEarlierVersions,
} from '../../../src/authorization/agreements/index.ts';
import type { Changes } from './agreement-files.ts';
import { catalogue, inFolder, signed, unsigned, yamlOf } from './agreement-files.ts';

function read(files: Readonly<Record<string, string>>) {
  return inFolder(files, (folder) => readAgreements(folder, catalogue));
}

async function problemsOf(files: Readonly<Record<string, string>>) {
  const result = await read(files);
  return result.kind === 'refused' ? result.problems : [];
}

/** The line of a file's text on which something stands, counted from 1. */
function lineWith(text: string, part: string, from = ''): number {
  return text.slice(0, text.indexOf(part, text.indexOf(from))).split('\n').length;
}

describe('an agreement in order', () => {
  test('is read with the hash of its content and the file that it is from', async () => {
    const document = signed();
    const result = await read({ 'a.yaml': yamlOf(document) });
    expect(result).toMatchObject({
      kind: 'read',
      agreements: [{ ...document, contentHash: contentHash(document) }],
    });
    expect(result.kind === 'read' && result.agreements[0]?.file).toMatch(/[\\/]a\.yaml$/);
  });

  test('may lie beside the catalogue of categories and files that are no YAML', async () => {
    const files = {
      'a.yml': yamlOf(signed()),
      'categories.yaml': 'categories: []',
      'agreement.schema.json': '{',
    };
    expect(await read(files)).toMatchObject({ kind: 'read', agreements: [{ id: 'a' }] });
  });

  test('may be layed out, commented and ordered as its authors like', async () => {
    const { id, ...rest } = signed();
    const text = `# comment\n${JSON.stringify({ ...rest, id })}`;
    expect(await read({ 'a.yaml': text })).toMatchObject({ kind: 'read' });
  });

  test.each(['draft', 'proposed', 'under-review', 'ended'] as const)(
    'needs no signature while it is %s',
    async (status) => {
      expect(await read({ 'a.yaml': yamlOf({ ...unsigned, status }) })).toMatchObject({ kind: 'read' });
    },
  );

  test('of one agency with itself needs one signature', async () => {
    const document = signed({ recipients: [{ agency: 'benefits', roles: ['snap-eligibility-worker'] }] });
    expect(document.signatures).toHaveLength(1);
    expect(await read({ 'a.yaml': yamlOf(document) })).toMatchObject({ kind: 'read' });
  });

  test('may last as long as its statute permits, to the day', async () => {
    const term = { startsOn: '2026-08-31', endsOn: '2028-02-28', maximumMonths: 18 };
    expect(await read({ 'a.yaml': yamlOf(signed({ term })) })).toMatchObject({ kind: 'read' });
  });
});

describe('a file is refused', () => {
  const text = yamlOf(signed());

  test.each<[string, string, string]>([
    ['that is not YAML', `id: [\n${text}`, 'AGREEMENTS_UNREADABLE'],
    ['that is empty', '', 'AGREEMENTS_UNREADABLE'],
    ['with two documents', `${text}---\n${text}`, 'AGREEMENTS_UNREADABLE'],
    ['with a key twice', `${text}status: draft\n`, 'AGREEMENTS_UNREADABLE'],
    [
      'with an alias, behind which a value hides',
      text.replace('id: a', 'id: &t a').replace('title: Cases for housing', 'title: *t'),
      'AGREEMENTS_UNREADABLE',
    ],
    ['without a key that is needed', text.replace(/^version: 1\n/m, ''), 'AGREEMENTS_UNREADABLE'],
  ])('%s', async (_, wrong, code) => {
    expect(await problemsOf({ 'a.yaml': wrong })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code,
          remedy: expect.any(String),
          place: expect.stringMatching(/a\.yaml:\d+$/),
        }),
      ]),
    );
  });

  test.each<[string, string, string]>([
    ['an unknown key', 'colour: red', 'version: 1\ncolour: red'],
    ['an unknown key that looks like part of every object', '__proto__', 'version: 1\n__proto__: {}'],
    ['a version that is not sensible', 'version: 0', 'version: 0'],
    ['a version that is no number', 'version: one', 'version: one'],
    ['a number beyond all reason', 'version: 1e300', 'version: 1e300'],
  ])('with %s, naming the line', async (_, part, replacement) => {
    const wrong = text.replace('version: 1', replacement);
    const [problem] = await problemsOf({ 'a.yaml': wrong });
    expect(problem).toMatchObject({ code: 'AGREEMENTS_UNREADABLE' });
    expect(problem?.place).toMatch(new RegExp(`:${lineWith(wrong, part)}$`));
  });

  test.each<[string, Changes, string, string]>([
    [
      'a day that there is not',
      { term: { startsOn: '2026-02-30', endsOn: '2027-06-30' } },
      'startsOn',
      'term',
    ],
    [
      'a day of another century',
      { term: { startsOn: '1026-01-01', endsOn: '2027-06-30' } },
      'startsOn',
      'term',
    ],
    [
      'a purpose that no request can state',
      { grants: [{ clause: '1', categories: ['case'], purposes: ['MARKETING'] }] },
      '- MARKETING',
      'purposes',
    ],
    [
      'a purpose twice',
      { grants: [{ clause: '1', categories: ['case'], purposes: ['COC', 'COC'] }] },
      '- COC',
      'purposes',
    ],
    [
      'a list of conditions that nobody can meet',
      { grants: [{ clause: '1', categories: ['case'], purposes: ['COC'], conditions: { consent: [] } }] },
      'consent',
      'conditions',
    ],
    [
      'a role that is no name',
      { recipients: [{ agency: 'housing', roles: ['Housing Caseworker'] }] },
      'Housing Caseworker',
      'roles',
    ],
    ['nobody to receive', { recipients: [] }, 'recipients', 'provider'],
  ])('with %s', async (_, changes, part, from) => {
    const wrong = yamlOf({ ...unsigned, ...changes });
    const [problem] = await problemsOf({ 'a.yaml': wrong });
    expect(problem).toMatchObject({ code: 'AGREEMENTS_UNREADABLE' });
    const line = lineWith(wrong, part, from);
    expect([line, line + 1]).toContain(Number(problem?.place?.split(':').at(-1)));
  });

  test('that cannot be read', async () => {
    expect(await readAgreements('/nowhere', catalogue)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'AGREEMENTS_UNREADABLE', place: '/nowhere' }],
    });
  });

  test('with everything that is wrong in every file, told at once', async () => {
    const places = (await problemsOf({ 'a.yaml': '[]', 'b.yaml': text, 'c.yaml': 'x: [' })).map(
      ({ place }) => place,
    );
    expect(places).toEqual([
      expect.stringMatching(/a\.yaml:1$/),
      expect.stringMatching(/b\.yaml:1$/),
      expect.stringMatching(/c\.yaml:\d$/),
    ]);
  });
});

describe('an agreement is invalid', () => {
  const grant = { clause: '1', categories: ['case'], purposes: ['COC'] };

  test.each<[string, Changes, RegExp, string]>([
    [
      'with a category that the catalogue does not have',
      { grants: [{ ...grant, categories: ['csae'] }] },
      /no category "csae"/,
      '- csae',
    ],
    [
      "with a category of an agency that isn't its provider",
      { grants: [{ ...grant, categories: ['case', 'shelter'] }] },
      /housing's, and the provider is benefits/,
      '- shelter',
    ],
    [
      'that ends before it begins',
      { term: { startsOn: '2026-02-01', endsOn: '2026-01-31' } },
      /ends before it begins/,
      'endsOn',
    ],
    [
      'that lasts a day longer than its statute permits',
      { term: { startsOn: '2026-01-01', endsOn: '2027-07-01', maximumMonths: 18 } },
      /18 months, until 2027-06-30/,
      'endsOn',
    ],
    [
      'whose break-glass stands in for nothing',
      { grants: [{ ...grant, breakGlass: true, conditions: { training: ['t'] } }] },
      /neither consent nor relationship/,
      'breakGlass',
    ],
    [
      'with two transforms of one field',
      {
        grants: [
          {
            ...grant,
            transforms: [
              { coordinate: 'A.b', transform: 'redact' },
              { coordinate: 'A.b', transform: 'county-only' },
            ],
          },
        ],
      },
      /second transform of A\.b/,
      '- coordinate: A.b\n        transform: county-only',
    ],
    ['that was named another way than its file', { id: 'b' }, /named "a", and the agreement "b"/, 'id: b'],
  ])('%s', async (_, changes, message, part) => {
    const text = yamlOf(signed(changes));
    const problems = await problemsOf({ 'a.yaml': text });
    expect(problems).toMatchObject([{ code: 'AGREEMENT_INVALID', message: expect.stringMatching(message) }]);
    expect(problems[0]?.place).toMatch(new RegExp(`:${lineWith(text, part)}$`));
  });

  test('whose id another file has', async () => {
    const text = yamlOf(signed());
    expect(await problemsOf({ 'a.yaml': text, 'a.yml': text })).toMatchObject([
      { code: 'AGREEMENT_INVALID', place: expect.stringMatching(/a\.yml:1$/) },
    ]);
  });

  test.each<[string, Changes]>([
    ['lasts longer than 18 months', { term: { ...unsigned.term, maximumMonths: 19 } }],
    ['names no longest term', { term: unsigned.term }],
    ['lets matched records go on', { redisclosure: 'same-purpose' }],
    ['lets agencies act before they verify', { grants: [grant] }],
  ])('if it is for computer matching and %s (5 USC 552a(o), (p))', async (_, changes: Changes) => {
    const match: Changes = {
      kind: 'computer-matching-agreement',
      term: { ...unsigned.term, maximumMonths: 18 },
      grants: [{ ...grant, obligations: ['verify-before-adverse-action'] }],
    };
    expect(await problemsOf({ 'a.yaml': yamlOf(signed(match)) })).toEqual([]);
    expect(await problemsOf({ 'a.yaml': yamlOf(signed({ ...match, ...changes })) })).toMatchObject([
      { code: 'AGREEMENT_INVALID', message: expect.stringMatching(/^5 USC 552a/) },
    ]);
  });
});

describe('a signature', () => {
  test.each(['signed', 'in-force', 'suspended'] as const)(
    'of every party is needed once an agreement is %s',
    async (status) => {
      const problems = await problemsOf({ 'a.yaml': yamlOf({ ...unsigned, status }) });
      expect(problems).toMatchObject([
        {
          code: 'AGREEMENT_NOT_SIGNED',
          message: expect.stringContaining('"benefits"'),
          remedy: expect.stringContaining(contentHash(unsigned)),
        },
        { code: 'AGREEMENT_NOT_SIGNED', message: expect.stringContaining('"housing"') },
      ]);
    },
  );

  test('stands while the status changes', async () => {
    expect(await read({ 'a.yaml': yamlOf({ ...signed(), status: 'suspended' }) })).toMatchObject({
      kind: 'read',
    });
  });

  test.each<[string, Changes]>([
    ['a category is added', { grants: [{ clause: '1', categories: ['case', 'income'], purposes: ['COC'] }] }],
    ['a recipient is replaced', { recipients: [{ agency: 'housing', roles: ['privacy-officer'] }] }],
    ['the term is prolonged', { term: { startsOn: '2026-01-01', endsOn: '2027-07-01' } }],
    ['the version is counted up', { version: 2 }],
  ])('no longer counts when %s', async (_, changes) => {
    const text = yamlOf({ ...signed(), ...changes });
    const problems = await problemsOf({ 'a.yaml': text });
    expect(problems).toMatchObject([
      { code: 'AGREEMENT_NOT_SIGNED', message: '"benefits" signed another content.' },
      { code: 'AGREEMENT_NOT_SIGNED', message: '"housing" signed another content.' },
    ]);
    expect(problems[0]?.place).toMatch(new RegExp(`:${lineWith(text, 'contentHash')}$`));
  });

  test('of another hash does not count', async () => {
    const document = signed();
    const signatures = document.signatures.map((each, index) =>
      index === 1 ? { ...each, contentHash: '0'.repeat(64) } : each,
    );
    expect(await problemsOf({ 'a.yaml': yamlOf({ ...document, signatures }) })).toMatchObject([
      { code: 'AGREEMENT_NOT_SIGNED' },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['of an agency that is no party', 'justice', /no party/],
    ['of an agency that signed already', 'housing', /signed already/],
  ])('%s is refused', async (_, agency, message) => {
    const document = signed();
    const signatures = [...document.signatures, { ...document.signatures[0]!, agency }];
    expect(await problemsOf({ 'a.yaml': yamlOf({ ...document, signatures }) })).toMatchObject([
      { code: 'AGREEMENT_INVALID', message: expect.stringMatching(message) },
    ]);
  });

  test('given after the term is none', async () => {
    const document = signed();
    const signatures = document.signatures.map((each) => ({ ...each, signedOn: '2027-07-01' }));
    expect(await problemsOf({ 'a.yaml': yamlOf({ ...document, signatures }) })).toHaveLength(2);
  });
});

describe('the history of an agreement', () => {
  const draft = { status: 'draft', on: '2025-03-01' } as const;
  const begun = { status: 'in-force', on: '2026-01-01' } as const;

  test('is no part of what was signed', async () => {
    const document = { ...signed(), history: [draft, begun] };
    expect(await read({ 'a.yaml': yamlOf(document) })).toMatchObject({
      kind: 'read',
      agreements: [{ history: [draft, begun] }],
    });
  });

  test.each([
    ['runs backwards', [begun, draft], /runs backwards/],
    ['ends with another state than it has', [draft], /ends with draft/],
  ])('that %s is refused', async (_, history, message) => {
    expect(await problemsOf({ 'a.yaml': yamlOf({ ...signed(), history }) })).toMatchObject([
      { code: 'AGREEMENT_INVALID', message: expect.stringMatching(message) },
    ]);
  });
});

describe('earlier versions', () => {
  test('are read for readers, whatever their files are called, the newest first', async () => {
    const earlier = [1, 2].map((version) => ({ ...unsigned, version, status: 'ended' as const }));
    const files = Object.fromEntries(earlier.map((one) => [`earlier/a-${one.version}.yaml`, yamlOf(one)]));
    const found = await inFolder(files, (folder) => readEarlierVersions(folder, catalogue));
    expect(found.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('are none where none is kept, and refused where one is out of order', async () => {
    expect(await inFolder({}, (folder) => readEarlierVersions(folder, catalogue))).toEqual([]);
    const wrong = { 'earlier/a.yaml': 'id: a' };
    await expect(inFolder(wrong, (folder) => readEarlierVersions(folder, catalogue))).rejects.toThrow(
      AgreementsRefused,
    );
  });
});

test('2,000 agreements are read', async () => {
  const document = signed();
  const text = yamlOf(document);
  const files = Array.from({ length: 2000 }, (_, index): [string, string] => {
    const id = `a-${index}`;
    const another = text
      .replace('id: a', `id: ${id}`)
      .replaceAll(contentHash(document), contentHash({ ...document, id }));
    return [`${id}.yaml`, another];
  });
  const result = await read(Object.fromEntries(files));
  expect(result.kind === 'read' && new Set(result.agreements.map(({ id }) => id)).size).toBe(2000);
});
