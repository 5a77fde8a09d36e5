import type { ASTNode, DocumentNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

import type { LinkedFeature } from './links/index.ts';
import { linkedFeatures } from './links/index.ts';

const specifications = ['authenticated', 'requiresScopes', 'policy'];

/**
 * A supergraph without `@authenticated`, `@requiresScopes` and `@policy`: their definitions, their types,
 * their applications and their `@link`, under whatever names they were imported.
 *
 * For the reference engine only: @apollo/gateway refuses to serve a supergraph that uses them.
 */
export function withoutSecurityDirectives(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const features = linkedFeatures(document).filter(isSecurity);
  return features.length === 0 ? sdl : print(without(document, features));
}

function isSecurity({ identity }: LinkedFeature): boolean {
  return specifications.some((name) => identity === `https://specs.apollo.dev/${name}`);
}

function without(document: DocumentNode, features: readonly LinkedFeature[]): DocumentNode {
  const links = new Set<ASTNode>(features.map(({ link }) => link));
  const directives = new Set(features.map(directiveOf));
  const isTheirs = typeTest(features);
  return visit(document, {
    Directive: (node) => (links.has(node) || directives.has(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (directives.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (isTheirs(node.name.value) ? null : undefined),
    [Kind.SCHEMA_EXTENSION]: {
      leave: (node) => (node.directives?.length === 0 && !node.operationTypes?.length ? null : undefined),
    },
  });
}

function directiveOf(feature: LinkedFeature): string {
  const specification = feature.identity.slice(feature.identity.lastIndexOf('/') + 1);
  return feature.nameOf(`@${specification}`).slice(1);
}

function typeTest(features: readonly LinkedFeature[]): (name: string) => boolean {
  const prefixes = features.map(({ namespace }) => `${namespace}__`);
  const imported = new Set(features.flatMap(({ imports }) => [...imports.values()]));
  return (name) => imported.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}
