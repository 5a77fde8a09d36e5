import type { ConstDirectiveNode } from 'graphql';

import type { Label } from '../labels/index.ts';
import { labelOf } from '../labels/index.ts';
import { all, everybody } from './dnf.ts';
import type { SupergraphNames } from './supergraph-names.ts';

/** What the directives at one place require; undefined if none of them is a label. */
export type LabelReader = (directives: readonly ConstDirectiveNode[] | undefined) => Label | undefined;

/**
 * Reads the three labels of federation, by the names that they bear in the supergraph; several at one place are
 * all required (https://www.apollographql.com/docs/graphos/routing/security/authorization).
 *
 * `@policy`: data categories. `@authenticated`: any caller who is known. `@requiresScopes`: a scope is the name of a
 * role, because the tokens that this gateway accepts say what a caller may do by roles and carry no scopes.
 */
export function labelReader(names: SupergraphNames): LabelReader {
  const read = (directive: ConstDirectiveNode): readonly Label[] => {
    const name = directive.name.value;
    if (name === names.policy) return [named(labelOf(directive, 'policies'))];
    if (name === names.requiresScopes) return [roles(labelOf(directive, 'scopes'))];
    return name === names.authenticated ? [everybody] : [];
  };
  return (directives = []) => {
    const labels = directives.flatMap(read);
    return labels.length === 0 ? undefined : all(labels);
  };
}

/** An alternative without a name is a mistake: it must not admit everybody. */
function named(label: Label): Label {
  return label.filter((alternative) => alternative.length > 0 && !alternative.includes(''));
}

function roles(label: Label): Label {
  return named(label).map((alternative) => alternative.map((scope) => `role:${scope}`));
}
