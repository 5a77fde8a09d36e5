import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Category } from '../categories/index.ts';
import { placeOf, schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import { argumentCoordinates } from './argument-coordinates.ts';
import type { LabelledField } from './labelled-field.ts';
import { labelledFields } from './labelled-field.ts';

/**
 * Checks the catalogue against the schemas: every category is used, and by the agency whose it is, and the arguments
 * that it guards are that agency's.
 */
export function checkCategories(
  subgraphs: readonly SubgraphSchema[],
  catalogue: readonly Category[],
): readonly SchemaProblem[] {
  const documents = subgraphs.map(schemaDocument);
  const fields = documents.flatMap(labelledFields);
  const coordinates = new Map(
    documents.map((document) => [document.subgraph, argumentCoordinates(document)]),
  );
  return catalogue.flatMap((category) => {
    const uses = fields.filter(({ label }) =>
      label?.some((alternative) => alternative.includes(category.name)),
    );
    const own = coordinates.get(category.agency) ?? [];
    return [
      ...(uses.length === 0 ? [unused(category)] : strangers(category, uses)),
      ...(category.arguments ?? [])
        .filter((each) => !own.includes(each))
        .map((each) => absent(category, each)),
    ];
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

function absent({ name, agency }: Category, coordinate: string): SchemaProblem {
  return {
    code: 'CATEGORY_ARGUMENT_UNKNOWN',
    message: `The category "${name}" guards an argument that the schema of ${agency} does not have.`,
    remedy: entryOf('CATEGORY_ARGUMENT_UNKNOWN').remedy,
    subgraph: agency,
    coordinate,
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
