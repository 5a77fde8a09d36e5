import type { ParsedDocument } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';
import type { FoundDocument } from './find-document.ts';

/** Proves that the document is GraphQL and within the limits, so that the next stages cost little. */
export const parse: Stage<
  BegunRequest & { readonly found: FoundDocument },
  { readonly parsed: ParsedDocument }
> = ({ found }, { documents }) => {
  if (found.kind === 'trusted') return added({ parsed: found.parsed });
  const decision = documents.parse(found.text);
  return decision.kind === 'parsed' ? added({ parsed: decision.parsed }) : refused([decision.failure]);
};
