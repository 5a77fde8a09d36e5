import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AgreementDocument } from '../../src/authorization/agreements/index.ts';
import type { Changes } from '../authorization/agreements/agreement-files.ts';
import { inFolder, signed, yamlOf } from '../authorization/agreements/agreement-files.ts';
import { threeAgencies } from '../fixtures/three-agencies.ts';

/** Who anybody is, for a housing caseworker who coordinates care. */
export const identity: Changes = {
  id: 'identity',
  title: 'Identity for housing',
  provider: 'people',
  grants: [{ clause: '1', categories: ['identity'], purposes: ['COC', 'TREAT'] }],
};

/** Cases of those on the caseload, to whoever is trained. */
export const cases: Changes = {
  id: 'cases',
  title: 'Cases for housing',
  provider: 'benefits',
  grants: [
    {
      clause: '2(a)',
      categories: ['benefit-case'],
      purposes: ['COC'],
      conditions: { relationship: ['caseload'] },
      obligations: ['no-redisclosure'],
    },
  ],
};

/** A folder of agreements, and the words that point a command to it and to three agencies. */
export async function withRules<Result>(
  agreements: readonly Changes[],
  work: (words: readonly string[], folder: string) => Promise<Result>,
): Promise<Result> {
  const catalogue = await readFile(
    fileURLToPath(new URL('../fixtures/categories.yaml', import.meta.url)),
    'utf8',
  );
  const documents: readonly AgreementDocument[] = agreements.map((changes) => signed(changes));
  const files = Object.fromEntries(documents.map((document) => [`${document.id}.yaml`, yamlOf(document)]));
  const { sdl } = await threeAgencies();
  return inFolder({ ...files, 'categories.yaml': catalogue, 'graph.graphql': sdl }, (folder) =>
    work(
      ['--supergraph', join(folder, 'graph.graphql'), '--agreements', folder, '--at', '2026-06-15T12:00:00Z'],
      folder,
    ),
  );
}
