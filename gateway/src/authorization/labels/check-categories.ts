import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Category } from '../categories/index.ts';
import { placeOf, schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { LabelledField } from './labelled-field.ts';
import { labelledFields } from './labelled-field.ts';
import type { SchemaArgument } from './schema-arguments.ts';
import { schemaArguments } from './schema-arguments.ts';

/**
 * Checks the catalogue against the schemas: every category is used, and by the agency whose it is, and the arguments
 * that it guards are that agency's; and every argument that isn't harmless is guarded by one.
 */
export function checkCategories(
  subgraphs: readonly SubgraphSchema[],
  catalogue: readonly Category[],
): readonly SchemaProblem[] {
  const documents = subgraphs.map(schemaDocument);
  const fields = documents.flatMap(labelledFields);
  const given = new Map(documents.map(({ subgraph, document }) => [subgraph, schemaArguments(document)]));
  const named = new Set(catalogue.flatMap(({ arguments: coordinates = [] }) => coordinates));
  const unguarded = [...given].flatMap(([subgraph, all]) =>
    all.filter(({ coordinate, isHarmless }) => !isHarmless && !named.has(coordinate)).map(unnamed(subgraph)),
  );
  return [...unguarded, ...catalogue.flatMap(faultsOf)];

  function faultsOf(category: Category): readonly SchemaProblem[] {
    const uses = fields.filter(({ label }) =>
      label?.some((alternative) => alternative.includes(category.name)),
    );
    const own = (given.get(category.agency) ?? []).map(({ coordinate }) => coordinate);
    return [
      ...(uses.length === 0 ? [unused(category)] : strangers(category, uses)),
      ...(category.arguments ?? [])
        .filter((each) => !own.includes(each))
        .map((each) => absent(category, each)),
    ];
  }
}

function unnamed(subgraph: string): (argument: SchemaArgument) => SchemaProblem {
  return ({ coordinate }) => ({
    code: 'ARGUMENT_UNGUARDED',
    message: 'No data category names the argument, so nobody can use it.',
    remedy: entryOf('ARGUMENT_UNGUARDED').remedy,
    subgraph,
    coordinate,
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
