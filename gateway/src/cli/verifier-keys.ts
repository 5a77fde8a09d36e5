import type { VerifierKey } from '../ledger/index.ts';
import { parseVerifierKey } from '../ledger/index.ts';

/** Collects an option that may be given several times. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/**
 * Reads verifier keys (C2SP signed-note): each given as it is, or as a file with one a line.
 *
 * @throws TypeError if a line is not a verifier key
 */
export async function readVerifierKeys(
  given: readonly string[],
  read: (file: string) => Promise<string>,
): Promise<readonly VerifierKey[]> {
  const texts = await Promise.all(given.map(async (text) => (text.includes('+') ? text : read(text))));
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseVerifierKey);
}
