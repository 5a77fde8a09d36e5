import { format, resolveConfig } from 'prettier';

import type { CorpusAnswer } from './corpus-answer.ts';

/** The text of a pinned answer: its keys in the order in which they were answered, laid out as all files here. */
export async function printAnswer(answer: CorpusAnswer): Promise<string> {
  const style = await resolveConfig(import.meta.filename);
  return format(JSON.stringify(answer, null, 2), { ...style, parser: 'json' });
}
