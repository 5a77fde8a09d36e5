import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

const security = ['policy', 'requiresScopes', 'authenticated'];
const securityImports = new Set(security.map((name) => `@${name}`));

/** A subgraph's schema without the directives of authorization, and without their imports. */
export function withoutSecurity(schema: string): string {
  const document: DocumentNode = parse(schema);
  return print(
    visit(document, {
      Directive: (node) => (security.includes(node.name.value) ? null : undefined),
      ListValue: (node) => ({
        ...node,
        values: node.values.filter(
          (value) => value.kind !== Kind.STRING || !securityImports.has(value.value),
        ),
      }),
    }),
  );
}
