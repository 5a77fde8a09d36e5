import type { Category, Policy, PolicyParts } from '../authorization/index.ts';
import type { Supergraph } from '../supergraph/index.ts';
import { categoryAccess } from './category-access.ts';
import { fieldOwners } from './field-owners.ts';
import type { Subject } from './subject.ts';

/** What is in force. */
export interface Authorized {
  readonly supergraph: () => Supergraph;
  readonly policy: () => Policy;
  readonly rules: () => { readonly parts: Omit<PolicyParts, 'now'> };
  readonly catalogue: readonly Category[];
  readonly now?: () => Date;
}

/**
 * Works out what is documented, once for each supergraph, policy and day: terms of agreements begin and end with
 * days. Those who ask at the same time wait for the same work.
 */
export function createSubjectSource(sources: Authorized): () => Promise<Subject> {
  let known: { readonly key: string; readonly subject: Promise<Subject> } | null = null;
  return async () => {
    const at = sources.now?.() ?? new Date();
    const { id } = sources.supergraph();
    const key = `${id} ${sources.policy().digest} ${at.toISOString().slice(0, 10)}`;
    if (known?.key !== key) known = { key, subject: subjectOf(sources, at) };
    const asked = known;
    return asked.subject.catch((error: unknown) => {
      if (known === asked) known = null;
      throw error;
    });
  };
}

async function subjectOf(sources: Authorized, at: Date): Promise<Subject> {
  const { sdl, apiSchema, agencies } = sources.supergraph();
  const { parts } = sources.rules();
  const { categoriesOf } = sources.policy();
  return {
    schema: apiSchema,
    sdl,
    agencies: agencies.map(({ name }) => name),
    ownersOf: fieldOwners(sdl),
    catalogue: sources.catalogue,
    categoriesOf,
    accessTo: await categoryAccess(parts, at),
    agreements: parts.agreements,
  };
}
