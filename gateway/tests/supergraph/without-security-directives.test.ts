import { describe, expect, jest, test } from '@jest/globals';
import { parse, visit } from 'graphql';

import { withoutSecurityDirectives } from '../../src/supergraph/index.ts';
import { threeAgencies } from '../fixtures/three-agencies.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

const head = 'directive @link(url: String, as: String, import: [String]) repeatable on SCHEMA\n';

function directivesIn(sdl: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(parse(sdl), {
    Directive: (node) => void names.add(node.name.value),
    DirectiveDefinition: (node) => void names.add(node.name.value),
  });
  return names;
}

describe('a supergraph without its security directives', () => {
  test('keeps everything else', async () => {
    const { sdl } = await threeAgencies();
    const bare = withoutSecurityDirectives(sdl);
    expect(directivesIn(sdl)).toContain('label');
    expect([...directivesIn(bare)].sort()).toEqual(
      [...directivesIn(sdl)].filter((name) => name !== 'label').sort(),
    );
    expect(bare).not.toMatch(/policy|label/);
  });

  test.each([
    ['named as its specification', 'url: "https://specs.apollo.dev/policy/v0.1"', 'policy', 'policy__Policy'],
    [
      'renamed by its namespace',
      'url: "https://specs.apollo.dev/policy/v0.1", as: "rule"',
      'rule',
      'rule__Policy',
    ],
    [
      'renamed by its import',
      'url: "https://specs.apollo.dev/policy/v0.1", import: [{ name: "@policy", as: "@mark" }, { name: "Policy", as: "Mark" }]',
      'mark',
      'Mark',
    ],
    [
      'of scopes',
      'url: "https://specs.apollo.dev/requiresScopes/v0.1"',
      'requiresScopes',
      'requiresScopes__Scope',
    ],
    [
      'of authentication',
      'url: "https://specs.apollo.dev/authenticated/v0.1"',
      'authenticated',
      'authenticated__X',
    ],
  ])('loses a directive %s', (_, link, directive, scalar) => {
    const sdl = `${head}schema @link(${link}) { query: Query }
      directive @${directive} on FIELD_DEFINITION
      scalar ${scalar}
      type Query { policy: String @${directive} }`;
    const bare = withoutSecurityDirectives(sdl);
    expect(directivesIn(bare)).toEqual(new Set(['link']));
    expect(bare).not.toContain(scalar);
    expect(bare).toContain('policy: String');
  });

  test('is the same text if it never had any', () => {
    expect(withoutSecurityDirectives('type Query { a: Int }')).toBe('type Query { a: Int }');
  });
});
