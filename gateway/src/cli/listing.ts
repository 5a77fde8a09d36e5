import { relative } from 'node:path';

/** One thing to correct, as the commands list it. */
export interface Listed {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly subgraph?: string;
  readonly coordinate?: string;
  /** `file:line`. */
  readonly place?: string;
}

/**
 * Problems for people: a line that says where, a line that says what, a line that says what to do.
 *
 * @example
 * subgraphs/housing/schema.graphql:12  HousingClient.firstName  LABEL_MISSING
 *   The field has no data category.
 *   Put @policy(policies: [["…"]]) on it or on its type.
 */
export function listing(problems: readonly Listed[], hasColours: boolean): string {
  return problems.map((problem) => entry(problem, hasColours)).join('\n');
}

function entry({ code, message, remedy, subgraph, coordinate, place }: Listed, hasColours: boolean): string {
  const where = [place === undefined ? subgraph : shortened(place), coordinate];
  const head = [...where.filter((part) => part !== undefined), hasColours ? red(code) : code].join('  ');
  return [head, ...[message, remedy ?? ''].filter(Boolean).flatMap(indented)].join('\n');
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

function shortened(place: string): string {
  const path = relative(process.cwd(), place);
  return path.startsWith('..') ? place : path;
}

function red(text: string): string {
  return `\u001B[31m${text}\u001B[39m`;
}
