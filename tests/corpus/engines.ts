import { referenceDefects } from '../../scripts/corpus/index.ts';

/** An engine that must answer the corpus. */
export interface CorpusEngine {
  readonly name: string;
  /** The gateway's configuration that chooses it. */
  readonly flags: Readonly<Record<string, string>>;
  /** Operations that it is known to answer wrongly, each with what is wrong. */
  readonly defects: ReadonlyMap<string, string>;
}

/** Every engine answers every question alike: one more engine is one more line here. */
export const engines: readonly CorpusEngine[] = [
  { name: 'our own engine', flags: { 'execution.engine': 'compiled' }, defects: new Map() },
  { name: 'the reference engine', flags: { 'execution.engine': 'reference' }, defects: referenceDefects },
];
