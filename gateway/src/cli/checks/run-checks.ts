import {
  checkCategories,
  checkDescriptions,
  checkLabels,
  readCategories,
} from '../../authorization/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import { composeSupergraph, readSubgraphs } from '../../supergraph/index.ts';
import type { CheckReport } from './check-report.ts';
import { checkAgreementFiles } from './agreement-files.ts';
import { compareWithCommitted } from './breaking-changes.ts';

/** The files that the checks look at. */
export interface CheckedFiles {
  readonly supergraph: string;
  readonly categories: string;
  readonly committed: string;
  /** Folder of the agreements; null if they are not to be looked at. */
  readonly agreements: string | null;
  /** Agreements whose term ends within so many days are told. */
  readonly expiringWithinDays: number;
}

/**
 * Runs every check that a schema has to pass:
 *
 * 1. the schemas compose;
 * 2. every field is labelled, with categories that the catalogue knows and that are the agency's own;
 * 3. everything is described;
 * 4. nothing that the committed supergraph promises to clients is gone;
 * 5. the agreements are in order, and none grants what a statute forbids to all of its recipients.
 */
export async function runChecks(files: CheckedFiles): Promise<CheckReport> {
  const read = await readSubgraphs(files.supergraph);
  if (read.kind === 'refused') return { problems: read.problems, hints: [] };
  const composed = await checkComposition(files);
  if (composed.unparsable) return composed;
  const labels = await checkCatalogue(read.subgraphs, files);
  const problems = [...composed.problems, ...labels.problems, ...checkDescriptions(read.subgraphs)];
  return { problems, hints: [...composed.hints, ...labels.hints] };
}

async function checkComposition(files: CheckedFiles): Promise<CheckReport & { unparsable: boolean }> {
  const composition = await composeSupergraph(files.supergraph);
  if (composition.kind === 'refused') {
    const { problems } = composition;
    return { problems, hints: [], unparsable: problems.some(({ code }) => code === 'SCHEMA_UNREADABLE') };
  }
  const comparison = await compareWithCommitted(composition.supergraph, files.committed);
  if (comparison.kind === 'nothing-committed') {
    const hint = `There is no ${files.committed}: breaking changes were not looked for.`;
    return { problems: [], hints: [...composition.hints, hint], unparsable: false };
  }
  const stale = comparison.isSame ? [] : [`${files.committed} is not what composes now: compose it anew.`];
  return { problems: comparison.problems, hints: [...composition.hints, ...stale], unparsable: false };
}

async function checkCatalogue(
  subgraphs: readonly SubgraphSchema[],
  { categories: file, agreements: folder, expiringWithinDays }: CheckedFiles,
): Promise<CheckReport> {
  const read = await readCategories(file);
  if (read.kind === 'refused') return { problems: read.problems, hints: [] };
  const { categories } = read;
  const labels = [...checkLabels(subgraphs, categories), ...checkCategories(subgraphs, categories)];
  if (folder === null) return { problems: labels, hints: [] };
  const agreements = await checkAgreementFiles({
    folder,
    subgraphs,
    catalogue: categories,
    expiringWithinDays,
  });
  return { problems: [...labels, ...agreements.problems], hints: agreements.hints };
}
