import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Composes a list of subgraphs by our gateway's command line, so that no contender's start includes composing. */
export async function composeSupergraph(
  [program = '', ...words]: readonly string[],
  list: string,
  composedFile: string,
): Promise<string> {
  await execute(program, [...words, 'compose', '--supergraph', list, '--output', composedFile]);
  return composedFile;
}
