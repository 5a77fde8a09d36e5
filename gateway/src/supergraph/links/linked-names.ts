import type { DocumentNode } from 'graphql';

import { linkedFeatures } from './linked-features.ts';

/** The names that a federation specification's elements bear in one schema. */
export interface LinkedNames {
  /** The local name, without `@`, of a directive, or nothing if the schema doesn't link to federation. */
  directive(name: string): string | undefined;
}

const federation = 'https://specs.apollo.dev/federation';

/**
 * Resolves federation's directives in a subgraph's schema.
 *
 * @example with `import: [{ name: "@policy", as: "@label" }]`, `linkedNames(document).directive('policy')` is `label`;
 *   without the import it is `federation__policy`.
 */
export function linkedNames(document: DocumentNode): LinkedNames {
  const feature = linkedFeatures(document).find(({ identity }) => identity === federation);
  return { directive: (name) => feature?.nameOf(`@${name}`).slice(1) };
}
