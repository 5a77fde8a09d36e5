/** One of the benchmark's questions, with the subgraphs that it is about. */
export interface Scenario {
  readonly name: string;
  /** What it stands for, as the table's heading says it. */
  readonly description: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Starts its real subgraphs, whose answers the canned ones learn. */
  readonly open: (folder: string) => Promise<OpenScenario>;
}

/** A scenario whose subgraphs answer. */
export interface OpenScenario {
  readonly subgraphs: readonly OriginSubgraph[];
  readonly close: () => Promise<void>;
}

/** A real subgraph. */
export interface OriginSubgraph {
  readonly name: string;
  /** Federation 2 SDL. */
  readonly schema: string;
  readonly url: string;
}
