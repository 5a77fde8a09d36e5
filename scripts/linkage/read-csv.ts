import { readFile } from 'node:fs/promises';

export type CsvRow = Readonly<Record<string, string | null>>;

/** The rows of a CSV file (RFC 4180) by the names of its header; null for an empty field. */
export async function readCsv(file: string): Promise<readonly CsvRow[]> {
  const [header = [], ...lines] = parse(await readFile(file, 'utf8'));
  const names = header.map((name) => name.trim());
  return lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at]?.trim() || null])));
}

function parse(text: string): readonly (readonly string[])[] {
  const field = /("(?:[^"]|"")*"|[^,\n\r]*)(,|\r?\n|$)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  for (let match = field.exec(text); match !== null && match[0] !== ''; match = field.exec(text)) {
    const [, value = '', end] = match;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
