import type { ParsedDocument } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/** Proves that the document fits the schema of this request's generation, and reads the schema only if that is allowed. */
export const validate: Stage<BegunRequest & { readonly parsed: ParsedDocument }, object> = ({
  generation,
  parsed,
}) => {
  const decision = generation.validator.validate(parsed.document);
  return decision.kind === 'valid' ? added({}) : refused(decision.failures);
};
