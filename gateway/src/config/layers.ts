import type { ConfigOption } from './config-options.ts';

/** A value and where it came from. */
export interface Sourced {
  readonly value: unknown;
  readonly source: string;
}

/** Values by key; the key is that of a ConfigOption, or an unknown one in a file. */
export type Layer = ReadonlyMap<string, Sourced>;

/** The values that flags give, by key of the configuration. */
export function flagLayer(
  flags: Readonly<Record<string, string | undefined>>,
  options: readonly ConfigOption[],
): Layer {
  return textLayer(options, (option) => ({ text: flags[option.key], source: `flag ${option.flag}` }));
}

/** The values that environment variables give. An empty variable counts as not set. */
export function environmentLayer(
  environment: Readonly<Record<string, string | undefined>>,
  options: readonly ConfigOption[],
): Layer {
  return textLayer(options, (option) => ({
    text: environment[option.environment] || undefined,
    source: `environment variable ${option.environment}`,
  }));
}

/** Defaults that depend on NODE_ENV. */
export function productionLayer(
  environment: Readonly<Record<string, string | undefined>>,
  options: readonly ConfigOption[],
): Layer {
  const inProduction = environment['NODE_ENV'] === 'production' ? options : [];
  const changed = inProduction.filter((option) => option.productionDefault !== undefined);
  return new Map(
    changed.map((option) => [option.key, { value: option.productionDefault, source: 'NODE_ENV' }]),
  );
}

function textLayer(
  options: readonly ConfigOption[],
  read: (option: ConfigOption) => { text: string | undefined; source: string },
): Layer {
  const found = new Map<string, Sourced>();
  for (const option of options) {
    const { text, source } = read(option);
    if (text !== undefined) found.set(option.key, { value: valueOf(text, option), source });
  }
  return found;
}

/** The value that a text stands for; a text that stands for none stays, and the schema refuses it. */
function valueOf(text: string, option: ConfigOption): unknown {
  if (option.type === 'integer') return /^-?\d+$/.test(text.trim()) ? Number(text) : text;
  if (option.type === 'boolean') return { true: true, false: false }[text.trim().toLowerCase()] ?? text;
  if (option.type === 'list')
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return text;
}
