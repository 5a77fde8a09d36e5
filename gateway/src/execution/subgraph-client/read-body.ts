import { createDepthGauge } from './depth-gauge.ts';

/** How much an agency may answer at once. */
export interface AnswerBounds {
  readonly maximumAnswerBytes: number;
  readonly maximumAnswerDepth: number;
}

/** The body's text, or why it is not taken. */
export type BodyRead =
  { readonly kind: 'read'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads a body as UTF-8 and stops at the first byte beyond the bounds: what an agency sends never decides
 * how much memory the gateway takes.
 */
export async function readBody(body: AsyncIterable<Uint8Array>, bounds: AnswerBounds): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  const gauge = createDepthGauge();
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bounds.maximumAnswerBytes) return refused('The answer has too many bytes.');
    if (gauge.measure(chunk) > bounds.maximumAnswerDepth) return refused('The answer nests too deep.');
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks, size));
}

function decode(bytes: Uint8Array): BodyRead {
  try {
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused('The answer is not UTF-8.');
  }
}

function refused(reason: string): BodyRead {
  return { kind: 'refused', reason };
}
