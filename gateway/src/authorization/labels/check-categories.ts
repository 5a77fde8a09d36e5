import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Category } from '../categories/index.ts';
import { placeOf, schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { LabelledField } from './labelled-field.ts';
import { labelledFields } from './labelled-field.ts';

/** Checks the catalogue against the schemas: every category is used, and by the agency whose it is. */
export function checkCategories(
  subgraphs: readonly SubgraphSchema[],
  catalogue: readonly Category[],
): readonly SchemaProblem[] {
  const fields = subgraphs.flatMap((subgraph) => labelledFields(schemaDocument(subgraph)));
  return catalogue.flatMap((category) => {
    const uses = fields.filter(({ label }) =>
      label?.some((alternative) => alternative.includes(category.name)),
    );
    return uses.length === 0 ? [unused(category)] : strangers(category, uses);
  });
}

function unused({ name, agency }: Category): SchemaProblem {
  return {
    code: 'CATEGORY_UNUSED',
    message: `No field is labelled "${name}".`,
    remedy: entryOf('CATEGORY_UNUSED').remedy,
    subgraph: agency,
  };
}

function strangers({ name, agency }: Category, uses: readonly LabelledField[]): readonly SchemaProblem[] {
  return uses
    .filter(({ subgraph }) => subgraph !== agency)
    .map(({ subgraph, type, field, node }) => ({
      code: 'CATEGORY_OF_ANOTHER_AGENCY',
      message: `The category "${name}" is ${agency}'s.`,
      remedy: entryOf('CATEGORY_OF_ANOTHER_AGENCY').remedy,
      subgraph,
      coordinate: `${type}.${field}`,
      ...placeOf(node),
    }));
}
