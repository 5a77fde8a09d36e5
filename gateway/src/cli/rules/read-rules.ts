import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';

import type { PolicyParts } from '../../authorization/index.ts';
import { compileRequirements, readAgreements, readCategories, statutes } from '../../authorization/index.ts';
import { composeSupergraph } from '../../supergraph/index.ts';
import type { Listed } from '../listing.ts';

/** Where the rules are written. */
export interface RuleFiles {
  /** List of the subgraphs. */
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

/** Composes the schemas and reads categories and agreements. */
export async function readRules(
  { supergraph, agreements: folder }: RuleFiles,
  state: PolicyParts['state'] = quiet,
): Promise<RulesRead> {
  const composition = await composeSupergraph(supergraph);
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
