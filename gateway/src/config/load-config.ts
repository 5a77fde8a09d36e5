import { configOptions } from './config-options.ts';
import type { ConfigOption } from './config-options.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Config } from './config-schema.ts';
import { configSchema } from './config-schema.ts';
import { fileLayer } from './file-layer.ts';
import type { Layer, Sourced } from './layers.ts';
import { environmentLayer, flagLayer, productionLayer } from './layers.ts';
import { missingKeys, togetherProblems } from './together-problems.ts';
import { unknownKeys, unknownVariables } from './unknown-names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where values come from. */
export interface ConfigSources {
  /** Texts by key of the configuration (not by flag name). */
  readonly flags?: Readonly<Record<string, string | undefined>>;
  readonly environment?: Environment;
  /** Path of a YAML or JSON file. */
  readonly file?: string | undefined;
}

/** A configuration to work with, or everything that is wrong with it. */
export type ConfigDecision =
  | { readonly kind: 'loaded'; readonly config: Config }
  | { readonly kind: 'refused'; readonly problems: readonly ConfigProblem[] };

/**
 * Loads the configuration: flag before environment before file before default.
 *
 * 1. Read each source into a layer of key -> value with its place.
 * 2. Refuse names that nobody knows, and suggest the one that was meant.
 * 3. Lay the layers over one another and check the result against the schema.
 * 4. Check what concerns several keys.
 */
export function loadConfig({ flags = {}, environment = {}, file }: ConfigSources): ConfigDecision {
  const reading =
    file === undefined ? { layer: new Map<string, Sourced>(), problems: [] } : fileLayer(file, configOptions);
  const merged: Layer = new Map([
    ...productionLayer(environment, configOptions),
    ...reading.layer,
    ...environmentLayer(environment, configOptions),
    ...flagLayer(flags, configOptions),
  ]);
  const unknown = [
    ...unknownKeys(reading.layer, configOptions),
    ...unknownVariables(environment, configOptions),
  ];
  return decide(merged, environment, [...reading.problems, ...unknown]);
}

function decide(merged: Layer, environment: Environment, found: readonly ConfigProblem[]): ConfigDecision {
  const parsed = configSchema.safeParse(nest(merged), { reportInput: false });
  const missing = missingKeys(merged).flatMap(missingProblem);
  const problems = parsed.success
    ? [...found, ...missing, ...togetherProblems(parsed.data, merged, environment)]
    : [...found, ...valueProblems(parsed.error, merged), ...missing];
  return parsed.success && problems.length === 0
    ? { kind: 'loaded', config: parsed.data }
    : { kind: 'refused', problems };
}

function nest(layer: Layer): Record<string, Record<string, unknown>> {
  const sections = Object.keys(configSchema.shape).map((section): [string, Record<string, unknown>] => [
    section,
    {},
  ]);
  const nested = Object.fromEntries(sections);
  for (const { key } of configOptions) {
    const [section = '', name = ''] = key.split('.');
    const sourced = layer.get(key);
    if (sourced !== undefined) nested[section] = { ...nested[section], [name]: sourced.value };
  }
  return nested;
}

function valueProblems(
  error: { issues: readonly { path: readonly PropertyKey[] }[] },
  merged: Layer,
): ConfigProblem[] {
  const keys = new Set(error.issues.map(({ path }) => path.slice(0, 2).map(String).join('.')));
  return configOptions
    .filter(({ key }) => keys.has(key))
    .map((option) => valueProblem(option, merged.get(option.key)));
}

function missingProblem(missing: string): ConfigProblem[] {
  return configOptions.filter(({ key }) => key === missing).map((option) => valueProblem(option, undefined));
}

function valueProblem(option: ConfigOption, sourced: Sourced | undefined): ConfigProblem {
  const remedy = `Give ${option.shape}: ${option.flag}, ${option.environment}, or ${option.key} in a file.`;
  if (sourced === undefined)
    return { key: option.key, source: 'not set', message: 'A value is required.', remedy };
  const written = option.isSecret ? 'The value' : JSON.stringify(sourced.value).slice(0, 60);
  return { key: option.key, source: sourced.source, message: `${written} is not ${option.shape}.`, remedy };
}
