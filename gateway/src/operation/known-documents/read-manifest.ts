import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { OperationLimits } from '../operation-limits.ts';
import { parseDocument } from '../parse-document.ts';
import type { TrustedDocument } from './trusted-documents.ts';
import { TrustedDocuments } from './trusted-documents.ts';

/** Apollo's manifest of persisted queries (https://www.apollographql.com/docs/graphos/platform/security/persisted-queries). */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1).max(256), body: z.string().min(1) })),
});

type ManifestEntry = z.infer<typeof manifestSchema>['operations'][number];

/**
 * Reads a manifest. One document that cannot be served spoils the whole: better not to start than to find
 * out from a client.
 *
 * @throws Failure TRUSTED_DOCUMENTS_UNREADABLE with the place in the file.
 */
export async function readManifest(file: string, limits: OperationLimits): Promise<TrustedDocuments> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(file, 'The file cannot be read.', cause);
  });
  const { operations } = entriesOf(file, text);
  const texts = new Map<string, string>();
  const documents = operations.map((entry, index) => {
    const place = `${file}: operations[${index}]`;
    if ((texts.get(entry.id) ?? entry.body) !== entry.body)
      throw unreadable(place, 'Another document has the same id.');
    texts.set(entry.id, entry.body);
    return documentOf(entry, place, limits);
  });
  return new TrustedDocuments(documents);
}

function entriesOf(file: string, text: string): z.infer<typeof manifestSchema> {
  const parsed = manifestSchema.safeParse(jsonOf(file, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(`${file}: ${issue?.path.join('.') || 'the whole file'}`, `${issue?.message}.`);
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw unreadable(file, 'The file is not JSON.', cause);
  }
}

function documentOf({ id, body }: ManifestEntry, place: string, limits: OperationLimits): TrustedDocument {
  const decision = parseDocument(body, limits);
  if (decision.kind === 'parsed') return { id, text: body, parsed: decision.parsed };
  throw unreadable(place, decision.failure.message, decision.failure);
}

function unreadable(place: string, message: string, cause?: unknown): Failure {
  return failure('TRUSTED_DOCUMENTS_UNREADABLE', { place, message, cause });
}
