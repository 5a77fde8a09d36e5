/** An engine that must answer the corpus, by the gateway's configuration that chooses it. */
export interface CorpusEngine {
  readonly name: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** Every engine answers every question alike: one more engine is one more line here. */
export const engines: readonly CorpusEngine[] = [{ name: 'the reference engine', flags: {} }];
