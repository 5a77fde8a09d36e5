import { contenders } from '../contenders/index.ts';
import type { Figures } from '../measurement/index.ts';
import type { BenchmarkResults } from '../run/index.ts';
import { scenarios } from '../scenarios/index.ts';
import { sharesOfAuthorization } from './shares-of-authorization.ts';

const columns = [
  'Gateway',
  'Requests/s, × stock',
  'CPU, stock ÷',
  'CPU ms',
  'p50 ms',
  'p99 ms',
  'Memory MB',
  'Fetches',
  'Start ms',
  'Same answer',
];

/** The results as Markdown: a table for each query, what was left out, and how it was measured. */
export function markdownReport(results: BenchmarkResults): string {
  const tables = Object.entries(results.queries).map(([query, figures]) => section(query, figures));
  return [...tables, leftOutList(results), conditions(results)].filter(Boolean).join('\n\n');
}

function section(query: string, figures: Readonly<Record<string, Figures>>): string {
  const description = scenarios.find(({ name }) => name === query)?.description ?? '';
  const rows = Object.entries(figures).map(([name, own]) => row(name, own, figures['stock']));
  const table = [columns, columns.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  const parts = [`**${query}** — ${description}`, table.map(line).join('\n'), sharesOfAuthorization(figures)];
  return parts.filter(Boolean).join('\n\n');
}

function row(name: string, own: Figures, stock: Figures | undefined): readonly string[] {
  const { rps, cpuMs, p50, p99, rssMb, fetches, startMs, sameAnswer, failures } = own;
  const description = contenders.find((contender) => contender.name === name)?.description ?? name;
  return [
    failures === 0 ? description : `${description} (${failures} requests failed)`,
    ratio(rps, stock?.rps),
    ratio(stock?.cpuMs, cpuMs),
    shown(cpuMs, 3),
    shown(p50, 3),
    shown(p99, 3),
    shown(rssMb, 3),
    shown(fetches, 3),
    String(startMs),
    sameAnswer ? 'yes' : 'no',
  ];
}

function ratio(above: number | null | undefined, below: number | null | undefined): string {
  return above && below ? shown(above / below, 3) : '–';
}

function shown(number: number | null, digits: number): string {
  return number === null ? '–' : String(Number(number.toPrecision(digits)));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function leftOutList({ leftOut }: BenchmarkResults): string {
  return leftOut.map(({ query, name, reason }) => `- Left out of ${query}: ${name}. ${reason}`).join('\n');
}

function conditions({
  isPinned,
  isSharing,
  isHalfLoad,
  rounds,
  starts,
  seconds,
  connections,
  node,
}: BenchmarkResults): string {
  const processes = starts === 1 ? '' : ` of each of ${starts} processes`;
  const load = isHalfLoad ? ' at half of what the slowest can take' : '';
  const where = isPinned
    ? 'the gateway on one core, load and subgraphs on another'
    : 'without a core for each, because there is no taskset here or no second core';
  const sharing = isSharing
    ? 'fetches are shared between requests by gateways that do so'
    : 'no request is answered from the fetches of another';
  return `Medians of ${rounds} rounds of ${seconds} s${processes}, ${connections} connections${load}, Node ${node}, ${where}; ${sharing}.`;
}
