import type { FindDecision } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/** The document that a request means, before anything is known of it but where it came from. */
export type FoundDocument = Exclude<FindDecision, { readonly kind: 'refused' }>;

/** Finds the document that is meant by an id, a hash or its text; and proves that it may be asked for. */
export const findDocument: Stage<BegunRequest, { readonly found: FoundDocument }> = (
  { parameters },
  { knownDocuments },
) => {
  const found = knownDocuments.find(parameters.document);
  return found.kind === 'refused' ? refused([found.failure]) : added({ found });
};
