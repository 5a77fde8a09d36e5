import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { folders } from './folders.ts';

const extension = '.json';

/** The text of the answer that is pinned for an operation; null if none is yet. */
export async function readAnswer(name: string): Promise<string | null> {
  try {
    return await readFile(answerFile(name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Pins an answer. */
export async function writeAnswer(name: string, text: string): Promise<void> {
  const file = answerFile(name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Names of the operations that an answer is pinned for. */
export async function answeredOperations(): Promise<readonly string[]> {
  const files = await readdir(folders.answers, { recursive: true });
  return files.filter((file) => file.endsWith(extension)).map((file) => file.slice(0, -extension.length));
}

/** Takes away an answer to a question that is not put any more. */
export async function removeAnswer(name: string): Promise<void> {
  await rm(answerFile(name));
}

function answerFile(name: string): string {
  return join(folders.answers, `${name}${extension}`);
}
