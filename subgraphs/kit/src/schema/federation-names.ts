import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql';

const federation = /^https:\/\/specs\.apollo\.dev\/federation\/v2(\.\d+)?$/;

/** The names under which a schema knows federation's directives, renames by `@link` included. */
export interface FederationNames {
  readonly key: string;
  readonly policy: string;
  readonly requiresScopes: string;
  readonly authenticated: string;
  readonly external: string;
}

/**
 * Reads them from the schema's `@link` to federation: an imported name is used plainly or under its `as`,
 * any other with the link's namespace (https://specs.apollo.dev/link/v1.0/#@link.as).
 */
export function federationNames(document: DocumentNode): FederationNames {
  const link = linkToFederation(document);
  const namespace = link === undefined ? undefined : textOf(argumentOf(link, 'as'));
  const imported = link === undefined ? new Map<string, string>() : importsOf(link);
  const nameOf = (directive: string): string =>
    imported.get(`@${directive}`)?.slice(1) ?? `${namespace ?? 'federation'}__${directive}`;
  return {
    key: nameOf('key'),
    policy: nameOf('policy'),
    requiresScopes: nameOf('requiresScopes'),
    authenticated: nameOf('authenticated'),
    external: nameOf('external'),
  };
}

function linkToFederation(document: DocumentNode): ConstDirectiveNode | undefined {
  return document.definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
        ? (node.directives ?? [])
        : [],
    )
    .find((directive) => federation.test(textOf(argumentOf(directive, 'url')) ?? ''));
}

function importsOf(link: ConstDirectiveNode): Map<string, string> {
  const list = argumentOf(link, 'import');
  return new Map((list?.kind === Kind.LIST ? list.values : []).flatMap(importedName));
}

function importedName(value: ConstValueNode): [string, string][] {
  if (value.kind === Kind.STRING) return [[value.value, value.value]];
  if (value.kind !== Kind.OBJECT) return [];
  const field = (name: string): string | undefined =>
    textOf(value.fields.find((candidate) => candidate.name.value === name)?.value);
  const name = field('name');
  return name === undefined ? [] : [[name, field('as') ?? name]];
}

/** The value of a directive's argument. */
export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
