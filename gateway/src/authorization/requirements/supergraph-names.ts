import type { DocumentNode } from 'graphql';

import { linkedFeatures } from '../../supergraph/index.ts';

/** The local names, without `@`, that a supergraph gives to what the rule table reads; none for what it doesn't link to. */
export interface SupergraphNames {
  readonly policy: string | undefined;
  readonly authenticated: string | undefined;
  readonly requiresScopes: string | undefined;
  readonly context: string | undefined;
  readonly joinType: string | undefined;
  readonly joinField: string | undefined;
  readonly joinGraph: string | undefined;
}

/** Resolves the names through `@link`, renames included (https://specs.apollo.dev/link/v1.0). */
export function supergraphNames(document: DocumentNode): SupergraphNames {
  const features = linkedFeatures(document);
  const nameOf = (specification: string, element: string): string | undefined => {
    const feature = features.find(({ identity }) => identity === `https://specs.apollo.dev/${specification}`);
    return feature?.nameOf(`@${element}`).slice(1);
  };
  return {
    policy: nameOf('policy', 'policy'),
    authenticated: nameOf('authenticated', 'authenticated'),
    requiresScopes: nameOf('requiresScopes', 'requiresScopes'),
    context: nameOf('context', 'context'),
    joinType: nameOf('join', 'type'),
    joinField: nameOf('join', 'field'),
    joinGraph: nameOf('join', 'graph'),
  };
}
