import { catalogue } from './catalogue.ts';

/** The errors that clients can meet, as the Markdown table of the README. */
export function errorTable(): string {
  const rows = catalogue
    .filter((entry) => entry.audience === 'client')
    .map((entry) => `| \`${entry.code}\` | ${entry.status} | ${entry.description} | ${entry.remedy} |`);
  return ['| Code | Status | When | What to do |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
