import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql';

/** A specification that a schema links to, and the names that its elements bear in this schema. */
export interface LinkedFeature {
  /** URL without the version: `https://specs.apollo.dev/federation`. */
  readonly identity: string;
  /** The application of `@link` itself. */
  readonly link: ConstDirectiveNode;
  /** The prefix of what is not imported, without the two underscores. */
  readonly namespace: string;
  /** The element (`@policy`, or a type's name) by the name it bears here. */
  nameOf(element: string): string;
  /** The name here of each element that is imported, keyed by the element. */
  readonly imports: ReadonlyMap<string, string>;
}

/**
 * The features that a schema document links to with `@link`, imports and renames included, and a
 * renamed `@link` as well (https://specs.apollo.dev/link/v1.0).
 */
export function linkedFeatures(document: DocumentNode): readonly LinkedFeature[] {
  const applied = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
  const link = nameOfLink(applied);
  return applied.filter((directive) => directive.name.value === link).flatMap(featureOf);
}

const linkIdentity = 'https://specs.apollo.dev/link';

function nameOfLink(applied: readonly ConstDirectiveNode[]): string {
  const bootstrap = applied.find((directive) => identityOf(text(directive, 'url') ?? '') === linkIdentity);
  return bootstrap?.name.value ?? 'link';
}

function featureOf(link: ConstDirectiveNode): readonly LinkedFeature[] {
  const identity = identityOf(text(link, 'url') ?? '');
  const specification = identity.slice(identity.lastIndexOf('/') + 1);
  if (specification === '') return [];
  const namespace = text(link, 'as') ?? specification;
  const imports = importsOf(link);
  const nameOf = (element: string) => imports.get(element) ?? unimported(element, specification, namespace);
  return [{ identity, link, namespace, nameOf, imports }];
}

/** A directive named as its specification bears the namespace's name; everything else is prefixed by it. */
function unimported(element: string, specification: string, namespace: string): string {
  if (element === `@${specification}`) return `@${namespace}`;
  return element.startsWith('@') ? `@${namespace}__${element.slice(1)}` : `${namespace}__${element}`;
}

function importsOf(link: ConstDirectiveNode): ReadonlyMap<string, string> {
  const value = argument(link, 'import');
  const items = value?.kind === Kind.LIST ? value.values : [];
  return new Map(items.flatMap(importOf));
}

function importOf(item: ConstValueNode): readonly (readonly [string, string])[] {
  if (item.kind === Kind.STRING) return [[item.value, item.value]];
  if (item.kind !== Kind.OBJECT) return [];
  const named = new Map(item.fields.map((field) => [field.name.value, field.value]));
  const name = named.get('name');
  const alias = named.get('as');
  if (name?.kind !== Kind.STRING) return [];
  return [[name.value, alias?.kind === Kind.STRING ? alias.value : name.value]];
}

function identityOf(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/v\d+\.\d+$/, '');
}

function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
}
