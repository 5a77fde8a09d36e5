import { hashLength } from '../tree/index.ts';

/** What a checkpoint says (C2SP tlog-checkpoint). */
export interface CheckpointBody {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The text of a checkpoint's note. */
export function checkpointText({ origin, size, root }: CheckpointBody): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a note; null if it isn't a checkpoint's. Extension lines are left out. */
export function parseCheckpointText(text: string): CheckpointBody | null {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  const root = Buffer.from(encoded, 'base64');
  const isSize = /^(0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (origin === '' || !isSize || root.length !== hashLength || root.toString('base64') !== encoded)
    return null;
  return { origin, size: Number(size), root };
}
