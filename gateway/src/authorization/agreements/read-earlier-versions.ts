import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Category } from '../categories/index.ts';
import type { Agreement } from './agreement.ts';
import { agreementFiles } from './agreement-folder.ts';
import { AgreementsRefused } from './agreements-refused.ts';
import { readProposedAgreements } from './read-proposed-agreements.ts';

/** The folder beside the agreements in which it is kept what was agreed on before. */
const earlierFolder = 'earlier';

/**
 * Reads what agreements said before, whatever their files are called, for readers alone: none of it is ever in force.
 *
 * @param folder - of the agreements; without the folder `earlier` in it no version is kept
 * @throws AgreementsRefused
 */
export async function readEarlierVersions(
  folder: string,
  catalogue: readonly Category[],
): Promise<readonly Agreement[]> {
  const files = (await agreementFiles(join(folder, earlierFolder))) ?? [];
  const texts = await Promise.all(files.map(async (file) => readFile(file, 'utf8')));
  const read = readProposedAgreements(texts, catalogue);
  if (read.kind === 'refused') throw new AgreementsRefused(read.problems);
  return read.agreements.toSorted((one, other) => other.version - one.version);
}
