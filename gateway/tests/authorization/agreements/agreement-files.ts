import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { stringify } from 'yaml';

import type { AgreementDocument } from '../../../src/authorization/agreements/index.ts';
import { contentHash } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';

/** A catalogue of two agencies. */
export const catalogue: readonly Category[] = [
  { name: 'case', agency: 'benefits', description: 'd', authority: ['7 CFR 272.1(c)'], sensitivity: 'high' },
  {
    name: 'income',
    agency: 'benefits',
    description: 'd',
    authority: ['7 CFR 272.1(c)'],
    sensitivity: 'high',
  },
  { name: 'shelter', agency: 'housing', description: 'd', authority: ['69 FR 45888'], sensitivity: 'high' },
];

/** An agreement of benefits with housing, in order but for its signatures. */
export const unsigned: AgreementDocument = {
  id: 'a',
  version: 1,
  title: 'Cases for housing',
  kind: 'data-sharing-agreement',
  status: 'in-force',
  provider: 'benefits',
  recipients: [{ agency: 'housing', roles: ['housing-caseworker'] }],
  legalAuthority: ['7 CFR 272.1(c)'],
  grants: [{ clause: '1', categories: ['case'], purposes: ['COC'] }],
  redisclosure: 'forbidden',
  term: { startsOn: '2026-01-01', endsOn: '2027-06-30' },
  signatures: [],
};

/** Keys of an agreement with other values, right or wrong. */
export type Changes = Readonly<Partial<Record<keyof AgreementDocument, unknown>>>;

/** The agreement with some keys changed, signed by both parties as it then stands. */
export function signed(changes: Changes = {}): AgreementDocument {
  const document = { ...unsigned, ...changes } as AgreementDocument;
  const hash = contentHash(document);
  const parties = new Set([document.provider, ...document.recipients.map(({ agency }) => agency)]);
  const signatures = [...parties].map((agency) => ({
    officer: 'Amara Castellanos',
    office: 'Director',
    agency,
    signedOn: '2025-12-08',
    contentHash: hash,
  }));
  return { ...document, signatures };
}

/** The text of an agreement's file. */
export function yamlOf(document: unknown): string {
  return stringify(document);
}

/** A folder with these files, by name, for as long as the work takes. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'agreements-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
