import { z } from 'zod';

/** What is known of an option besides its schema. */
export interface OptionFacts {
  /** What it does, its unit, and why one would change it. */
  readonly description: string;
  readonly flag: `--${string}`;
  readonly environment: string;
  /** What stands for the value in help texts. */
  readonly placeholder: string;
  /** Names a file: a relative one counts from the configuration file that names it. */
  readonly isPath?: true;
  /** The value may hold a credential and is never printed. */
  readonly isSecret?: true;
  /** Default in place of the schema's when NODE_ENV is production. */
  readonly productionDefault?: boolean;
}

/** Facts of each option's schema. */
export const optionFacts = z.registry<OptionFacts>();

/** Declares an option: a schema with its facts. */
export function option<Schema extends z.ZodType>(schema: Schema, facts: OptionFacts): Schema {
  optionFacts.add(schema, facts);
  return schema;
}
