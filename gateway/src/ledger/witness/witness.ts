import type { KeyObject } from 'node:crypto';

import type { VerifierKey } from '../notes/index.ts';
import { cosignNote, parseCheckpointText, parseNote, verifyNote } from '../notes/index.ts';
import { isConsistent } from '../tree/index.ts';
import type { AddCheckpoint } from './add-checkpoint.ts';
import { parseAddCheckpoint } from './add-checkpoint.ts';
import type { WitnessMemory } from './witness-memory.ts';

/** What a witness is made of. */
export interface WitnessOptions {
  /** Its name in cosignatures, for example `witness.example.gov/housing`. */
  readonly name: string;
  /** Ed25519 private key, used for nothing else. */
  readonly privateKey: KeyObject;
  /** Keys of the logs that it watches. */
  readonly logs: readonly VerifierKey[];
  readonly memory: WitnessMemory;
  readonly now?: () => Date;
}

/** An answer as C2SP tlog-witness has it. */
interface WitnessResponse {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

/** Sees that each log only ever grows. */
export interface Witness {
  /** Cosigns the checkpoint of a request if it adds to the last one that was cosigned (C2SP tlog-witness). */
  readonly addCheckpoint: (request: string) => Promise<WitnessResponse>;
}

export function createWitness(options: WitnessOptions): Witness {
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after the other: comparing with the last checkpoint and remembering the new one must not be interleaved.
    addCheckpoint: async (request) => {
      const answer = last.then(async () => decide(request, options));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

async function decide(request: string, options: WitnessOptions): Promise<WitnessResponse> {
  const parsed = parseAddCheckpoint(request);
  if (parsed === null) return plain(400, 'The request is not one of add-checkpoint.');
  const note = parseNote(parsed.note);
  const body = note && parseCheckpointText(note.text);
  if (!note || !body) return plain(400, 'There is no checkpoint.');
  const keys = options.logs.filter(({ name }) => name === body.origin);
  if (keys.length === 0) return plain(404, 'The log is not one that is watched here.');
  const verified = keys.map((key) => verifyNote(note, key));
  if (verified.includes('invalid') || !verified.includes('valid'))
    return plain(403, 'No trusted key has signed it.');
  if (parsed.oldSize > body.size) return plain(400, 'The old size is larger than the new one.');
  const before = await options.memory.last(body.origin);
  const refusal = compare(parsed, body, before);
  if (refusal) return refusal;
  const line = cosignNote(note.text, options.name, options.privateKey, options.now?.() ?? new Date());
  await options.memory.remember(body.origin, `${parsed.note}${line}\n`);
  return plain(200, line);
}

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Null if the new checkpoint adds to the last one. */
function compare({ oldSize, proof }: AddCheckpoint, next: Head, before: Head | null): WitnessResponse | null {
  const size = before?.size ?? 0;
  if (oldSize !== size) return { status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` };
  if (before === null) return proof.length === 0 ? null : plain(422, 'There is nothing to prove it by.');
  if (size === next.size && Buffer.compare(before.root, next.root) !== 0)
    return plain(409, 'Another tree of this size was cosigned: the log is forked.');
  if (isConsistent(before, next, proof)) return null;
  return plain(422, 'It does not add to the tree that was cosigned before: the log is forked.');
}

function plain(status: WitnessResponse['status'], text: string): WitnessResponse {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` };
}
