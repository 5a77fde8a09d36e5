import { toGraphQLError } from '../../../errors/index.ts';
import type { SubgraphAnswer } from '../../subgraph-client/index.ts';
import { errorTree } from '../answers/index.ts';
import { invalidAnswer } from '../data/index.ts';
import type { DataRecord } from '../data/index.ts';
import { recordsAt } from '../entities/index.ts';
import type { CompiledFetch } from '../fetches/index.ts';
import { askAgency } from './ask-agency.ts';
import type { Run } from './run.ts';
import { failAll, writeAnswer } from './write-answer.ts';

/** Runs a fetch that begins at a root type, at the root of the data or wherever the root type stands in it. */
export async function fetchRoot(run: Run, fetch: CompiledFetch, finish: () => void): Promise<void> {
  const targets = targetsOf(run, fetch);
  if (targets.length > 0) {
    const answer = await askAgency(run, fetch);
    for (const target of targets) take(run, fetch, target, answer);
  }
  finish();
}

function targetsOf({ root }: Run, { paths }: CompiledFetch): readonly DataRecord[] {
  const found: DataRecord[] = [];
  for (const path of paths) recordsAt(root, path, found);
  return found;
}

function take(run: Run, fetch: CompiledFetch, target: DataRecord, answer: SubgraphAnswer): void {
  const { agency } = fetch;
  const to = { source: fetch, target, typeName: undefined };
  if (answer.kind === 'failed') return failAll(to, [toGraphQLError(answer.failure)]);
  const errors = errorTree(agency, answer.errors);
  if (answer.data === null && !errors) return failAll(to, [invalidAnswer(agency)]);
  writeAnswer(fetch, target, answer.data, errors);
  if (answer.data !== null && errors) run.unplaced.push(...errors.errors);
}
