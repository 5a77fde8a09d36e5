import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Category } from '../categories/index.ts';
import { schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import { labelRules } from './label-rules.ts';
import { labelledFields } from './labelled-field.ts';

/**
 * Checks every agency's labels: each field has one, of categories that the catalogue knows, and can be
 * withheld without taking its parent away.
 *
 * Exempt, because their field in the owning type is labelled or because they show nothing: types named
 * `…Connection`, `…Edge` and `PageInfo`; fields of an entity's key; fields that are `@external`; fields of
 * interfaces, which composition forbids to label, without a label.
 */
export function checkLabels(
  subgraphs: readonly SubgraphSchema[],
  catalogue: readonly Category[],
): readonly SchemaProblem[] {
  const known = new Set(catalogue.map(({ name }) => name));
  return subgraphs.flatMap((subgraph) => {
    const fields = labelledFields(schemaDocument(subgraph));
    const scope = { known, fields };
    return fields.flatMap((field) => labelRules.flatMap((rule) => rule(field, scope)));
  });
}
