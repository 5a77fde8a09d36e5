import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import {
  checkCategories,
  checkDescriptions,
  checkLabels,
  readCategories,
} from '../../src/authorization/index.ts';
import { readSubgraphs } from '../../src/supergraph/index.ts';

async function readText(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'categories-'));
  const file = join(folder, 'categories.yaml');
  await writeFile(file, text);
  const read = await readCategories(file);
  await rm(folder, { recursive: true });
  return read;
}

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

const one = '  - { name: a, description: d, agency: x, authority: [law], sensitivity: high }\n';

describe('a catalogue of data categories', () => {
  test('is read', async () => {
    expect(await readText(`categories:\n${one}`)).toEqual({
      kind: 'read',
      categories: [{ name: 'a', description: 'd', agency: 'x', authority: ['law'], sensitivity: 'high' }],
    });
  });

  test.each([
    ['is not YAML', 'categories: [', 1],
    [
      'has no authority',
      'categories:\n  - { name: a, description: d, agency: x, authority: [], sensitivity: high }',
      2,
    ],
    [
      'has an unknown sensitivity',
      `categories:\n${one}${one.replace('name: a', 'name: b').replace('high', 'low')}`,
      3,
    ],
    ['repeats a name', `categories:\n${one}${one}`, 3],
    ['has an unknown key', `categories:\n${one.replace('name: a', 'name: a, colour: red')}`, 2],
  ])('that %s is refused with the line', async (_, text, line) => {
    expect(await readText(text)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'CATEGORIES_UNREADABLE', place: expect.stringMatching(new RegExp(`:${line}$`)) }],
    });
  });

  test('that is missing is refused', async () => {
    expect(await readCategories('/nowhere/categories.yaml')).toMatchObject({ kind: 'refused' });
  });
});

describe('the agencies of this graph', () => {
  test('label and describe every field, with categories that the catalogue has and no others', async () => {
    const subgraphs = await readSubgraphs(path('supergraph.yaml'));
    const categories = await readCategories(path('gateway/agreements/categories.yaml'));
    if (subgraphs.kind !== 'read' || categories.kind !== 'read') throw new Error('The files cannot be read.');
    expect(checkLabels(subgraphs.subgraphs, categories.categories)).toEqual([]);
    expect(checkCategories(subgraphs.subgraphs, categories.categories)).toEqual([]);
    expect(checkDescriptions(subgraphs.subgraphs)).toEqual([]);
  });
});
