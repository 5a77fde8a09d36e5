import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CorpusOperation } from './corpus-operation.ts';
import { folders } from './folders.ts';

const extension = '.graphql';

/**
 * The operations of the corpus in the order of their names. `<name>.graphql` is the document, its line
 * `# operationName: X` names the operation to run, and `<name>.variables.json` beside it holds the variables.
 */
export async function readOperations(): Promise<readonly CorpusOperation[]> {
  const files = await readdir(folders.operations, { recursive: true });
  const names = files
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length));
  return Promise.all(names.toSorted().map((name) => readOperation(name)));
}

async function readOperation(name: string): Promise<CorpusOperation> {
  const query = await readFile(join(folders.operations, `${name}${extension}`), 'utf8');
  const operationName = /^# operationName: (\w+)$/m.exec(query)?.[1] ?? null;
  return { name, query, operationName, variables: await readVariables(name) };
}

async function readVariables(name: string): Promise<CorpusOperation['variables']> {
  const file = join(folders.operations, `${name}.variables.json`);
  if (!existsSync(file)) return {};
  return JSON.parse(await readFile(file, 'utf8')) as CorpusOperation['variables'];
}
