import { table } from '../markdown-report.ts';
import type { OneRecordFigures } from './measure-one-record.ts';
import type { SearchFigures } from './measure-search.ts';

/** What was measured on one database. */
export interface SearchResults {
  /** The database system. */
  readonly system: string;
  readonly search: readonly SearchFigures[];
  readonly oneRecord: OneRecordFigures | null;
}

/** The results as Markdown tables, one row a kind of question and one column a database system. */
export function searchReport(results: readonly SearchResults[]): string {
  return [searchTable(results), oneRecordTable(results)].filter(Boolean).join('\n\n');
}

function searchTable(results: readonly SearchResults[]): string {
  const measured = results.filter(({ search }) => search.length > 0);
  const [first] = measured;
  if (first === undefined) return '';
  const columns = [
    'Question',
    ...measured.map(({ system }) => `${system}: p50 / p95, CPU ms`),
    'Among ten',
    'First',
  ];
  const rows = first.search.map(({ name, amongTen, first: isFirst }, at) => [
    name,
    ...measured.map(({ search }) => `${search[at]?.p50} / ${search[at]?.p95}, ${search[at]?.cpu}`),
    percent(amongTen),
    percent(isFirst),
  ]);
  return table(columns, rows);
}

function oneRecordTable(results: readonly SearchResults[]): string {
  const columns = ['One record', 'p50 / p95, CPU ms', 'Trials', 'Linked wrongly', 'Linked rightly', 'Asked'];
  const rows = results.flatMap(({ system, oneRecord }) =>
    oneRecord === null
      ? []
      : [
          [
            system,
            `${oneRecord.p50} / ${oneRecord.p95}, ${oneRecord.cpu}`,
            String(oneRecord.trials),
            String(oneRecord.wrong),
            percent(oneRecord.recall),
            percent(oneRecord.reviewed),
          ],
        ],
  );
  return rows.length === 0 ? '' : table(columns, rows);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
