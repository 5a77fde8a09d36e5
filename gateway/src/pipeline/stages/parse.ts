import type { ParsedDocument } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/** Proves that the document is GraphQL and within the limits, so that the next stages cost little. */
export const parse: Stage<BegunRequest, { readonly parsed: ParsedDocument }> = (
  { parameters },
  { documents },
) => {
  const decision = documents.parse(parameters.query);
  return decision.kind === 'parsed' ? added({ parsed: decision.parsed }) : refused([decision.failure]);
};
