import { runCommandLine } from '../../src/cli/run-command-line.ts';

/** What a command came to. */
export interface Outcome {
  readonly code: number;
  readonly data: string;
  readonly messages: string;
}

/** Runs a command and gathers what it writes. */
export async function runWords(...words: readonly string[]): Promise<Outcome> {
  return runOn({ hasColours: false }, words);
}

/** The same on a terminal that shows colours. */
export async function runInColours(...words: readonly string[]): Promise<Outcome> {
  return runOn({ hasColours: true }, words);
}

async function runOn(terminal: { readonly hasColours: boolean }, words: readonly string[]): Promise<Outcome> {
  const data: string[] = [];
  const messages: string[] = [];
  const code = await runCommandLine(words, {
    data: (text) => data.push(text),
    message: (text) => messages.push(text),
    environment: {},
    hasColouredData: false,
    ...terminal,
  });
  return { code, data: data.join('\n'), messages: messages.join('\n') };
}
