import type { Database } from '../database/index.ts';

/** A command of an agency's own on its subgraph's command line, beside `serve`, `migrate` and `schema`. */
export interface AgencyCommand {
  /** Lower case letters and hyphens. */
  readonly name: string;
  readonly description: string;
  /** What has to be given, in this order. */
  readonly arguments?: readonly { readonly name: string; readonly description: string }[];
  readonly options?: readonly AgencyCommandOption[];
  /** What is written after the program's and the command's name. */
  readonly example: string;
  /**
   * Does it over the database that the command line names.
   *
   * @param given arguments and options by their names in camelCase
   * @returns what is printed: `data` with `--json`, else `text`
   * @throws Error whose message says what is wrong and what to do; the exit code is then 1
   */
  readonly run: (
    database: Database,
    given: Readonly<Record<string, string | undefined>>,
  ) => Promise<{ readonly data: unknown; readonly text: string }>;
}

/** An option with a value. */
export interface AgencyCommandOption {
  /** As in `--reason <text>`. */
  readonly flags: string;
  readonly description: string;
  /** The variable that is read where the option is not given. */
  readonly variable?: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly isRequired?: boolean;
}
