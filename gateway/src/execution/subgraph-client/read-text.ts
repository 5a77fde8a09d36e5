import { isNestedDeeper } from './is-nested-deeper.ts';
import type { RefusedBody } from './subgraph-client.ts';

/** A body's text, or why it is not taken. */
export type TextRead = { readonly kind: 'read'; readonly text: string } | RefusedBody;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as UTF-8, if it nests no deeper than it may: what comes after need not mind how deep it goes. */
export function readText(body: Uint8Array, maximumDepth: number): TextRead {
  if (isNestedDeeper(body, maximumDepth)) return { kind: 'refused', reason: 'The answer nests too deep.' };
  try {
    return { kind: 'read', text: utf8.decode(body) };
  } catch {
    return { kind: 'refused', reason: 'The answer is not UTF-8.' };
  }
}
