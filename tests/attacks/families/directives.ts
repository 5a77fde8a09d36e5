import type { Attack } from '../attack.ts';
import { insideResident, prize } from '../attack.ts';

const directives = [
  '@policy(policies: [])',
  '@policy(policies: [[]])',
  '@federation__policy(policies: [["resident-identity"]])',
  '@authenticated',
  '@requiresScopes(scopes: [[]])',
  '@inaccessible',
  '@join__field(graph: RESIDENTS)',
  '@external',
  '@provides(fields: "id")',
  '@override(from: "behavioral-health")',
  '@defer',
  '@stream(initialCount: 1)',
  '@live',
  '@client',
  '@deprecated',
];

/** A directive in a document says nothing of what may be shown. */
export const directivesInDocuments: readonly Attack[] = directives.flatMap((directive) => [
  insideResident(`${directive} on the field`, `behavioralHealth { ${prize.replace('{', `${directive} {`)} }`),
  insideResident(`${directive} on a fragment`, `behavioralHealth { ... ${directive} { ${prize} } }`),
]);
