import { hashLength } from '../tree/index.ts';

/** What a log asks of a witness. */
export interface AddCheckpoint {
  /** The size that the log takes the witness to have cosigned last. */
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  /** The checkpoint. */
  readonly note: string;
}

const longestProof = 63;

/** Reads the body of a request (C2SP tlog-witness, add-checkpoint); null if it isn't one. */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isProof = proof.every(
    (hash, index) => hash.length === hashLength && hash.toString('base64') === lines[index],
  );
  if (size === undefined || !isProof || proof.length > longestProof) return null;
  return { oldSize: Number(size), proof, note: body.slice(end + 2) };
}
