import type { ConfigOption } from './config-options.ts';
import { configOptions } from './config-options.ts';

/** The keys of the configuration, as the Markdown table of the README. */
export function configurationTable(): string {
  const rows = configOptions.map(
    (option) =>
      `| \`${option.key}\` | \`${option.flag}\` | \`${option.environment}\` | ${defaultOf(option)} | ${option.description} |`,
  );
  return [
    '| Key | Flag | Environment | Default | Meaning |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function defaultOf(option: ConfigOption): string {
  const plain = option.default === null ? 'none' : option.default === '' ? 'empty' : `\`${option.default}\``;
  return option.productionDefault === undefined
    ? plain
    : `${plain}; \`${option.productionDefault}\` in production`;
}
