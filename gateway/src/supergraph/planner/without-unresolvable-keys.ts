import type { ConstDirectiveNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

/**
 * A supergraph for the planner: without the keys that a subgraph declares `resolvable: false` on a type for
 * which it has a resolvable key as well.
 *
 * With both, the planner takes the unresolvable key for one by which the subgraph can be entered, or misses
 * plans that exist.
 */
export function withoutUnresolvableKeys(sdl: string): string {
  if (!sdl.includes('resolvable: false')) return sdl;
  const pruned = visit(parse(sdl, { noLocation: true }), {
    [Kind.OBJECT_TYPE_DEFINITION]: prune,
    [Kind.INTERFACE_TYPE_DEFINITION]: prune,
  });
  return print(pruned);
}

function prune<Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node {
  return { ...node, directives: withoutShadowedKeys(node.directives ?? []) };
}

function withoutShadowedKeys(directives: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const keys = directives.filter(isKey);
  const resolvable = new Set(keys.filter((key) => !isUnresolvable(key)).map(graphOf));
  return directives.filter((directive) => !isUnresolvable(directive) || !resolvable.has(graphOf(directive)));
}

function isKey(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'join__type' && valueOf(directive, 'key') !== undefined;
}

function isUnresolvable(directive: ConstDirectiveNode): boolean {
  const resolvable = isKey(directive) ? valueOf(directive, 'resolvable') : undefined;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}

function graphOf(directive: ConstDirectiveNode): string | undefined {
  const graph = valueOf(directive, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : undefined;
}

function valueOf(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}
