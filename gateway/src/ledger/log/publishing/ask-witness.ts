import type { Checkpoint, WitnessAddress } from '../ledger-log.ts';
import type { RangeRoot } from '../../tree/index.ts';
import { consistencyPath } from '../../tree/index.ts';
import type { VerifierKey } from '../../notes/index.ts';
import { parseNote, parseSignature, parseVerifierKey, verifyNote } from '../../notes/index.ts';

/** What a witness says to a checkpoint. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: readonly string[] }
  /** It has seen another tree than this one, or a later one: the log was rolled back or forked. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It can't be asked now. */
  | { readonly kind: 'unreachable' };

/** Asks one witness for its cosignature, and remembers how far it is. */
export type AskWitness = (checkpoint: Checkpoint, rootOf: RangeRoot) => Promise<WitnessAnswer>;

const withinMilliseconds = 2000;

/**
 * Makes the asking of a witness (C2SP tlog-witness).
 *
 * @throws TypeError if its key can't be read
 */
export function createAskWitness({ url, verifierKey }: WitnessAddress): AskWitness {
  const key = parseVerifierKey(verifierKey);
  let seen = 0;
  const ask = async (checkpoint: Checkpoint, rootOf: RangeRoot, isAgain: boolean): Promise<WitnessAnswer> => {
    const path = await consistencyPath(seen, checkpoint.size, rootOf);
    const proof = path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: `old ${seen}\n${proof}\n${checkpoint.note}`,
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    const text = await response.text();
    if (response.status === 200) {
      seen = checkpoint.size;
      return { kind: 'cosigned', lines: cosignatureLines(text, checkpoint.note, key) };
    }
    if (response.status >= 500) return { kind: 'unreachable' };
    const known = response.status === 409 && /^\d{1,15}\n$/.test(text) ? Number(text) : null;
    if (isAgain || known === null || known === seen || known > checkpoint.size)
      return { kind: 'refused', status: response.status };
    seen = known;
    return ask(checkpoint, rootOf, true);
  };
  return async (checkpoint, rootOf) =>
    ask(checkpoint, rootOf, false).catch((): WitnessAnswer => ({ kind: 'unreachable' }));
}

/** Only what the witness's own key signed is taken over. */
function cosignatureLines(text: string, note: string, key: VerifierKey): readonly string[] {
  const body = parseNote(note)?.text ?? '';
  return text.split('\n').filter((line) => {
    const signature = parseSignature(line);
    return signature !== null && verifyNote({ text: body, signatures: [signature] }, key) === 'valid';
  });
}
