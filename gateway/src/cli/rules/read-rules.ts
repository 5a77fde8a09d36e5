import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';

import type { PolicyParts } from '../../authorization/index.ts';
import { compileRequirements, readAgreements, readCategories, statutes } from '../../authorization/index.ts';
import type { Supergraph } from '../../supergraph/index.ts';
import { CompositionRefused, openSupergraph } from '../../supergraph/index.ts';
import { createLogger } from '../../telemetry/index.ts';
import type { Listed } from '../listing.ts';

/** Where the rules are written. */
export interface RuleFiles {
  /** List of the subgraphs, or a composed supergraph. */
  readonly supergraph: string;
  /** Folder of the agreements, the catalogue of categories among them. */
  readonly agreements: string;
}

/** The rules as a gateway would decide by them, or everything that is wrong with their files. */
export type RulesRead =
  | { readonly kind: 'read'; readonly parts: Omit<PolicyParts, 'now'>; readonly schema: GraphQLSchema }
  | { readonly kind: 'refused'; readonly problems: readonly Listed[] };

/** Nothing declared and nothing restricted: what the agreements and statutes say by themselves. */
const quiet: PolicyParts['state'] = { epoch: 0, declarations: [], restrictions: [], isStale: false };

/** Composes the schemas, if they aren't yet, and reads categories and agreements. */
export async function readRules(
  { supergraph, agreements: folder }: RuleFiles,
  state: PolicyParts['state'] = quiet,
): Promise<RulesRead> {
  const composition = await readSupergraph(supergraph);
  if (composition.kind === 'refused') return composition;
  const categories = await readCategories(join(folder, 'categories.yaml'));
  if (categories.kind === 'refused') return categories;
  const catalogue = categories.categories;
  const read = await readAgreements(folder, catalogue);
  if (read.kind === 'refused') return read;
  const { sdl, apiSchema } = composition.supergraph;
  const requirements = compileRequirements(sdl, catalogue);
  const { agreements } = read;
  return { kind: 'read', parts: { requirements, catalogue, agreements, statutes, state }, schema: apiSchema };
}

type SupergraphRead =
  | { readonly kind: 'read'; readonly supergraph: Supergraph }
  | Extract<RulesRead, { readonly kind: 'refused' }>;

async function readSupergraph(file: string): Promise<SupergraphRead> {
  try {
    const source = await openSupergraph({ file, watch: false, log: createLogger('error') });
    await source.close();
    return { kind: 'read', supergraph: source.current };
  } catch (thrown) {
    if (thrown instanceof CompositionRefused) return { kind: 'refused', problems: thrown.problems };
    throw thrown;
  }
}
