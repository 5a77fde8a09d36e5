import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode } from 'graphql';

import { argumentOf } from '../../schema/index.ts';
import type { FederationNames } from '../../schema/index.ts';

/**
 * Alternatives, each a list of what is needed together: names of data categories, and `role:<name>` for a role. An
 * empty list of alternatives is met by nobody, an empty alternative by everybody who is known.
 */
export type Label = readonly (readonly string[])[];

/**
 * The labels among directives (https://www.apollographql.com/docs/graphos/routing/security/authorization), each of
 * which is needed. An alternative that names nothing is a mistake and must not admit everybody.
 */
export function labelsAmong(
  directives: readonly ConstDirectiveNode[] | undefined,
  names: FederationNames,
): readonly Label[] {
  return (directives ?? []).flatMap((directive) => {
    const name = directive.name.value;
    if (name === names.policy) return [alternatives(argumentOf(directive, 'policies'), '')];
    if (name === names.requiresScopes) return [alternatives(argumentOf(directive, 'scopes'), 'role:')];
    return name === names.authenticated ? [[[]]] : [];
  });
}

function alternatives(value: ConstValueNode | undefined, prefix: string): Label {
  return itemsOf(value)
    .map((together) => itemsOf(together).flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])))
    .filter((together) => together.length > 0 && !together.includes(''))
    .map((together) => together.map((name) => prefix + name));
}

/** A list, or a single value where GraphQL takes it for a list of one. */
function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}
