import type { Attack, AttackRequest } from '../attack.ts';
import { prize } from '../attack.ts';

const selections: Readonly<Record<string, string>> = {
  'the field': `behavioralHealth { ${prize.replace('{', 'DIRECTIVE {')} }`,
  'the section': `behavioralHealth DIRECTIVE { ${prize} }`,
  'a fragment around it': `behavioralHealth { ... DIRECTIVE { ${prize} } }`,
  'a fragment around the section': `... DIRECTIVE { behavioralHealth { ${prize} } }`,
};

const directives: Readonly<Record<string, { readonly text: string; readonly v?: boolean }>> = {
  '@include(if: true)': { text: '@include(if: true)' },
  '@skip(if: false)': { text: '@skip(if: false)' },
  '@include by a variable': { text: '@include(if: $v)', v: true },
  '@skip by a variable': { text: '@skip(if: $v)', v: false },
  'both by one variable': { text: '@include(if: $v) @skip(if: false)', v: true },
};

/** What is selected under a condition is decided like everything else. */
export const conditions: readonly Attack[] = Object.entries(selections).flatMap(([place, selection]) =>
  Object.entries(directives).map(([name, { text, v }]) => ({
    name: `${name} on ${place}`,
    request: (id: string): AttackRequest => ({
      query: `query ($id: ID!${v === undefined ? '' : ', $v: Boolean!'}) { resident(id: $id) { ${selection.replace('DIRECTIVE', text)} } }`,
      variables: { id, ...(v !== undefined && { v }) },
    }),
  })),
);
