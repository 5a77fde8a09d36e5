import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { replaceSection } from './replace-section.ts';

const readmeFile = fileURLToPath(new URL('../../README.md', import.meta.url));

/** Writes one section of the README anew. @throws Error if it has none of this name. */
export async function writeSection(name: string, text: string): Promise<void> {
  await writeFile(readmeFile, replaceSection(await readFile(readmeFile, 'utf8'), name, text));
}
