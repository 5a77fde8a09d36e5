import type { Knex } from '@resident-graph/subgraph-kit';

import { createLinkageMatcher } from './linkage-matcher.ts';
import type { Matcher } from './matcher.ts';
import { modelIn } from './models.ts';
import { withShadow } from './shadow.ts';

/**
 * A matcher by whichever model decides when a record comes, with the one in shadow beside it, so that a model that is
 * activated decides from the next record on. Without any model nobody is like anybody.
 */
export function createCurrentMatcher(): Matcher {
  let kept: { readonly versions: string; readonly matcher: Matcher } | null = null;
  return {
    find: async (transaction, record, person) => {
      const versions = await versionsOf(transaction);
      if (kept?.versions !== versions) kept = { versions, matcher: await matcherOf(transaction) };
      return kept.matcher.find(transaction, record, person);
    },
  };
}

async function versionsOf(transaction: Knex.Transaction): Promise<string> {
  const rows = await transaction<{ version: number; state: string }>('linkage_models')
    .whereIn('state', ['ACTIVE', 'SHADOW'])
    .orderBy('version')
    .select('version', 'state');
  return rows.map(({ version, state }) => `${state} ${version}`).join(', ');
}

async function matcherOf(transaction: Knex.Transaction): Promise<Matcher> {
  const active = await modelIn(transaction, 'ACTIVE');
  if (active === null) return { find: () => Promise.resolve([]) };
  const matcher = createLinkageMatcher(active.model);
  const shadow = await modelIn(transaction, 'SHADOW');
  if (shadow === null) return matcher;
  return withShadow(matcher, { version: shadow.version, matcher: createLinkageMatcher(shadow.model) });
}
