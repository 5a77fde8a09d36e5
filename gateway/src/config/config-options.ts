import { z } from 'zod';

import { configSchema } from './config-schema.ts';
import type { OptionFacts } from './option.ts';
import { optionFacts } from './option.ts';

/** One key of the configuration, for help texts, tables and loading. */
export interface ConfigOption extends OptionFacts {
  /** Its key in a file: section.name. */
  readonly key: string;
  /** Its default as text, or null when it has none. */
  readonly default: string | null;
  /** What a value must look like, in words. */
  readonly shape: string;
  readonly type: 'integer' | 'boolean' | 'list' | 'text';
}

/** The parts of a JSON Schema that options make use of. */
interface JsonSchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly default?: string | number | boolean | readonly string[];
  readonly items?: JsonSchema;
}

/** All keys of the configuration in the order of the sections. */
export const configOptions: readonly ConfigOption[] = Object.entries(configSchema.shape).flatMap(
  ([section, keys]) =>
    Object.entries(keys.shape).map(([name, schema]) => describeOption(`${section}.${name}`, schema)),
);

function describeOption(key: string, schema: z.ZodType): ConfigOption {
  const facts = optionFacts.get(schema);
  if (facts === undefined)
    throw new Error(`The option ${key} is declared without its facts: wrap it in option().`);
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return { ...facts, key, default: defaultText(json), shape: shapeOf(json), type: typeOf(json) };
}

function typeOf(json: JsonSchema): ConfigOption['type'] {
  if (json.type === 'integer' || json.type === 'boolean') return json.type;
  return json.type === 'array' ? 'list' : 'text';
}

function defaultText({ default: value }: JsonSchema): string | null {
  if (value === undefined) return null;
  return typeof value === 'object' ? value.join(',') : String(value);
}

function shapeOf(json: JsonSchema): string {
  if (json.enum) return `one of ${json.enum.join(', ')}`;
  if (json.type === 'integer') return `a whole number from ${json.minimum} to ${json.maximum}`;
  if (json.type === 'boolean') return 'true or false';
  if (json.type === 'array') return `a list, each item ${shapeOf(json.items ?? {})}`;
  return json.format === 'uri' ? 'an http or https address' : 'a text that is not empty';
}
