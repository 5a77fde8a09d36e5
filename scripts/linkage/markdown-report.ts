import type { BenchmarkResults } from './run-benchmark.ts';

/** The results as Markdown tables. */
export function markdownReport(results: BenchmarkResults): string {
  return [setTable(results), splinkLine(results), populationTable(results)].filter(Boolean).join('\n\n');
}

function setTable({ sets }: BenchmarkResults): string {
  const rows = Object.entries(sets).map(([name, { records, precision, recall, f1 }]) => [
    name,
    String(records),
    four(precision),
    four(recall),
    four(f1),
  ]);
  return rows.length === 0 ? '' : table(['Public set', 'Records', 'Precision', 'Recall', 'F1'], rows);
}

function splinkLine({ splinkSettings }: BenchmarkResults): string {
  if (splinkSettings.length === 0) return '';
  const recalls = splinkSettings.map(({ threshold, recall }) => `${four(recall)} at ${threshold}`);
  return `With the settings of Splink's own febrl4 example, recall is ${recalls.join(', ')}.`;
}

function populationTable({ populations }: BenchmarkResults): string {
  const rows = populations.map((figures) => [
    figures.records.toLocaleString('en-US'),
    figures.people.toLocaleString('en-US'),
    four(figures.clusters.f1),
    `${figures.automatic.precision.toFixed(5)} / ${four(figures.automatic.recall)}`,
    figures.reviewsPer100.toFixed(2),
    four(figures.trueAtCertain),
    Math.round(figures.recordsPerCpuSecond).toLocaleString('en-US'),
    String(Math.round(figures.peakMegabytes)),
  ]);
  const columns = [
    'Records',
    'People',
    'F1 of clusters',
    'Automatic links, precision / recall',
    'Reviews per 100 records',
    'True at p ≥ .99',
    'Records per CPU second',
    'Memory MB',
  ];
  return rows.length === 0 ? '' : table(columns, rows);
}

/** A Markdown table, the first column of words and the others of figures. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const alignment = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(columns), line(alignment), ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function four(share: number): string {
  return share.toFixed(4);
}
