import { parseResponse } from './parse-response.ts';
import { readText } from './read-text.ts';
import type { AnsweredFetch, RefusedBody } from './subgraph-client.ts';

/** Reads a body as a GraphQL response, if it nests no deeper than it may. */
export function readAnswer(body: Uint8Array, maximumDepth: number): AnsweredFetch | RefusedBody {
  const read = readText(body, maximumDepth);
  return read.kind === 'read' ? parseResponse(read.text) : read;
}
