import { catalogue } from './catalogue.ts';
import { markdownTable } from './markdown-table.ts';

/** The errors that clients can meet, as the Markdown table of the README. */
export function errorTable(): string {
  const clients = catalogue.filter((entry) => entry.audience === 'client');
  const rows = clients.map(({ code, status, description, remedy }) => [
    `\`${code}\``,
    `${status}`,
    description,
    remedy,
  ]);
  return markdownTable(['Code', 'Status', 'When', 'What to do'], rows);
}
