import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import type { CorpusOperation } from './corpus-operation.ts';
import { folders } from './folders.ts';

/** Writes an operation where `readOperations` finds it. */
export async function writeOperation({ name, query, variables }: CorpusOperation): Promise<void> {
  const style = await resolveConfig(import.meta.filename);
  const file = join(folders.operations, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.graphql`, await format(query, { ...style, parser: 'graphql' }));
  const variablesFile = `${file}.variables.json`;
  if (Object.keys(variables).length === 0) return rm(variablesFile, { force: true });
  return writeFile(
    variablesFile,
    await format(JSON.stringify(variables, null, 2), { ...style, parser: 'json' }),
  );
}
