import { Kind } from 'graphql';

import { entryOf } from '../../errors/index.ts';
import { placeOf } from '../schema-document.ts';
import type { SchemaProblem, SchemaProblemCode } from '../schema-problem.ts';
import { isAtLeastAsStrong, isEmptyLabel } from './label.ts';
import type { LabelledField } from './labelled-field.ts';

/** What a rule is checked against. */
interface LabelScope {
  /** Names of the categories in the catalogue. */
  readonly known: ReadonlySet<string>;
  /** All fields of the same schema. */
  readonly fields: readonly LabelledField[];
}

type LabelRule = (field: LabelledField, scope: LabelScope) => readonly SchemaProblem[];

const everyFieldHasALabel: LabelRule = (field) => {
  const exempt = field.kind === 'interface' || field.isKey || field.isExternal || isPaging(field.type);
  if (field.label !== undefined || exempt) return [];
  const message = 'The field has no data category.';
  return [problem(field, 'LABEL_MISSING', message)];
};

const aLabelNamesCategories: LabelRule = (field) => {
  if (field.label === undefined || !isEmptyLabel(field.label)) return [];
  const message = 'The label holds an empty list.';
  return [problem(field, 'LABEL_EMPTY', message)];
};

const categoriesAreInTheCatalogue: LabelRule = (field, { known }) => {
  const categories = new Set((field.label ?? []).flat().filter((name) => name !== '' && !known.has(name)));
  return [...categories].map((name) =>
    problem(field, 'LABEL_UNKNOWN', `The catalogue has no category "${name}".`),
  );
};

const aLabelledFieldIsNullable: LabelRule = (field) => {
  const isExempt = field.isKey || field.field === 'id' || isPaging(field.type);
  const isNullable = field.node.type.kind !== Kind.NON_NULL_TYPE;
  if (field.label === undefined || isNullable || isExempt) return [];
  const message = 'The field is labelled and cannot be null: to withhold it would take its parent away.';
  return [problem(field, 'LABELLED_FIELD_NOT_NULLABLE', message)];
};

const anImplementationIsAsStrongAsItsInterface: LabelRule = (field, { fields }) => {
  const declared = fields.filter(
    ({ kind, type, field: name }) =>
      kind === 'interface' && name === field.field && field.interfaces.includes(type),
  );
  const stronger = declared.filter(
    ({ label }) => label !== undefined && !isAtLeastAsStrong(field.label ?? [[]], label),
  );
  return stronger.map(({ type, label }) =>
    problem(
      field,
      'LABEL_WEAKER_THAN_INTERFACE',
      `${type}.${field.field} needs ${JSON.stringify(label)}, and the field that implements it needs less.`,
      `Add the categories of ${type}.${field.field} to the field's label.`,
    ),
  );
};

/** How many there are on a page, and whether there is another, tells of them. */
const aPageIsAsStrongAsItsNodes: LabelRule = (field, { fields }) => {
  const connection = returnedType(field);
  if (!connection.endsWith('Connection')) return [];
  const named = (type: string, name: string): LabelledField | undefined =>
    fields.find((each) => each.type === type && each.field === name);
  const edges = named(connection, 'edges');
  const node = edges && named(returnedType(edges), 'node');
  const ofNode = node && fields.find(({ type }) => type === returnedType(node))?.typeLabel;
  const needed = [edges?.label, node?.label, ofNode].filter((label) => label !== undefined);
  const given = [field.label, field.typeLabel].filter((label) => label !== undefined);
  const missing = needed.filter((label) => !given.some((each) => isAtLeastAsStrong(each, label)));
  return missing.map((label) =>
    problem(
      field,
      'LABEL_WEAKER_THAN_NODES',
      `The nodes of the page need ${JSON.stringify(label)}, and the field needs less.`,
    ),
  );
};

/** The rules, each one promise about every field. */
export const labelRules: readonly LabelRule[] = [
  everyFieldHasALabel,
  aLabelNamesCategories,
  categoriesAreInTheCatalogue,
  aLabelledFieldIsNullable,
  anImplementationIsAsStrongAsItsInterface,
  aPageIsAsStrongAsItsNodes,
];

function returnedType({ node }: LabelledField): string {
  let { type } = node;
  while (type.kind !== Kind.NAMED_TYPE) ({ type } = type);
  return type.name.value;
}

/** Types that only carry pages (https://relay.dev/graphql/connections.htm). */
function isPaging(type: string): boolean {
  return type === 'PageInfo' || type.endsWith('Connection') || type.endsWith('Edge');
}

function problem(
  { subgraph, type, field, node }: LabelledField,
  code: SchemaProblemCode,
  message: string,
  remedy = entryOf(code).remedy,
): SchemaProblem {
  return { code, message, remedy, subgraph, coordinate: `${type}.${field}`, ...placeOf(node) };
}
