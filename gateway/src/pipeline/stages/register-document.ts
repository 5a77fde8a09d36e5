import type { BegunRequest, Stage } from '../stage.ts';
import { added } from '../stage.ts';
import type { FoundDocument } from './find-document.ts';

/** Remembers a document that its client wants to ask for by hash from now on. It is valid: nonsense isn't kept. */
export const registerDocument: Stage<BegunRequest & { readonly found: FoundDocument }, object> = (
  { found },
  { knownDocuments },
) => {
  if (found.kind === 'text' && found.registerAs !== null)
    knownDocuments.register(found.registerAs, found.text);
  return added({});
};
