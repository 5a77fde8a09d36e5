import type { FieldResolver } from './resolvers.ts';

type ColumnResolvers<Field extends string> = { readonly [Name in Field]: FieldResolver<unknown> };

/**
 * Resolvers that read a column of the parent row, for tables whose names are not those of the schema.
 *
 * @example resolvers: { SnapCase: { ...columns({ caseNumber: 'CASE_NBR', openedOn: 'OPEN_DT' }) } }
 */
export function columns<Field extends string>(map: Readonly<Record<Field, string>>): ColumnResolvers<Field> {
  const entries = Object.entries<string>(map).map(([field, column]) => [field, readColumn(column)]);
  return Object.fromEntries(entries) as ColumnResolvers<Field>;
}

function readColumn(column: string): FieldResolver<unknown> {
  return (row: Readonly<Record<string, unknown>>) => row[column] ?? null;
}
