import { markdownTable } from '../errors/index.ts';
import type { ConfigOption } from './config-options.ts';
import { configOptions } from './config-options.ts';

/** The keys of the configuration, as the Markdown table of the README. */
export function configurationTable(): string {
  const rows = configOptions.map(({ key, flag, environment, description, ...rest }) => [
    `\`${key}\``,
    `\`${flag}\``,
    `\`${environment}\``,
    defaultOf(rest),
    description,
  ]);
  return markdownTable(['Key', 'Flag', 'Environment', 'Default', 'Meaning'], rows);
}

function defaultOf(option: Pick<ConfigOption, 'default' | 'productionDefault'>): string {
  if (option.default === null) return 'none';
  const plain = option.default === '' ? 'empty' : `\`${option.default}\``;
  return option.productionDefault === undefined
    ? plain
    : `${plain}; \`${option.productionDefault}\` in production`;
}
