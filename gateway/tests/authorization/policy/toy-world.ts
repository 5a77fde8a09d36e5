import type { AccessRequest, Ruling } from '../../../src/authorization/access/index.ts';
import type { Agreement, Grant } from '../../../src/authorization/agreements/index.ts';
import type { Category, PolicyParts } from '../../../src/authorization/index.ts';
import { compilePolicy, compileRequirements } from '../../../src/authorization/index.ts';
import type { Statute } from '../../../src/authorization/statutes/index.ts';
import type { Caller, PurposeOfUse } from '../../../src/authentication/index.ts';
import type { GovernanceState, ResidentFacts } from '../../../src/governance/index.ts';

/** A day on which the toy agreements are in force. */
export const today = new Date('2026-06-15T12:00:00Z');

/** Agencies `clinic` and `office` with three categories each, the last of them concealed. */
export const catalogue: readonly Category[] = ['clinic', 'office'].flatMap((agency) =>
  ['plain', 'deep', 'hidden'].map((kind): Category => ({
    name: `${agency}-${kind}`,
    agency,
    description: 'd',
    authority: [`Law of ${agency}`],
    sensitivity: 'high',
    ...(kind === 'hidden' && { concealment: true as const }),
  })),
);

/** One field for each category, named after it, and some that need more than one thing. */
export const requirements = compileRequirements(
  `schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
    @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
    @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
    @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
    { query: Query }
    enum join__Graph { CLINIC @join__graph(name: "clinic", url: "u") OFFICE @join__graph(name: "office", url: "u") }
    type Resident @join__type(graph: CLINIC, key: "id") @join__type(graph: OFFICE, key: "id") {
      id: ID!
      bare: Int
      ${catalogue.map(({ name }) => `${name.replace('-', '_')}: Int @policy(policies: [["${name}"]])`).join('\n')}
      together: Int @policy(policies: [["clinic-plain", "office-plain"]])
      either: Int @policy(policies: [["clinic-plain"], ["office-plain"]])
      withHidden: Int @policy(policies: [["clinic-plain", "clinic-hidden"]])
      known: Int @authenticated
      forNurses: Int @requiresScopes(scopes: [["nurse"]])
      nobodys: Int @policy(policies: [["never-heard-of"]])
      made: Int @join__field(graph: OFFICE, requires: "clinic_plain") @policy(policies: [["office-plain"]])
    }
    type Query { resident: Resident @authenticated find(deep: Int, first: Int, unnamed: Int): Resident @authenticated }`,
  catalogue.map((each, index) => (index === 1 ? { ...each, arguments: ['Query.find(deep:)'] } : each)),
);

/** A caller of the office. */
export function caller(different: Partial<Caller> = {}): Caller {
  return {
    subject: 'ann',
    agency: 'office',
    roles: ['clerk'],
    application: 'desk',
    purposesOfUse: null,
    residentId: null,
    trainings: [],
    assuranceLevel: 2,
    ...different,
  };
}

/** What an agreement's grant differs in from one that gives `clinic-plain` for treatment. */
export type GrantPart = Partial<Grant>;

/** An agreement by which the clinic gives to the office's clerks. */
export function agreement(
  id: string,
  grants: readonly GrantPart[] = [{}],
  different: Partial<Agreement> = {},
): Agreement {
  return {
    id,
    version: 1,
    title: `Agreement ${id}`,
    kind: 'data-sharing-agreement',
    status: 'in-force',
    provider: 'clinic',
    recipients: [{ agency: 'office', roles: ['clerk'] }],
    legalAuthority: ['law'],
    grants: grants.map((grant) => ({
      categories: ['clinic-plain'],
      purposes: ['TREAT'],
      clause: '1',
      ...grant,
    })),
    redisclosure: 'forbidden',
    term: { startsOn: '2026-01-01', endsOn: '2026-12-31' },
    signatures: [],
    contentHash: '0'.repeat(64),
    file: `${id}.yaml`,
    ...different,
  };
}

/** A statute that rules as it is told. */
export function statute(
  rule: Ruling | ((request: AccessRequest) => Ruling),
  covers: readonly string[] = ['clinic-plain'],
  citation = 'Toy Law',
): Statute {
  return {
    id: 'toy-law',
    citation,
    title: 'A toy',
    covers,
    rule: typeof rule === 'function' ? rule : () => rule,
  };
}

/** Nothing declared, nothing restricted. */
export const quiet: GovernanceState = { epoch: 1, declarations: [], restrictions: [], isStale: false };

/** A policy of toys. */
export function policy(parts: Partial<PolicyParts> = {}) {
  return compilePolicy({
    requirements,
    catalogue,
    agreements: [agreement('a')],
    statutes: [],
    state: quiet,
    now: () => today,
    ...parts,
  });
}

/** Facts about the resident `r`. */
export function facts(different: Partial<ResidentFacts> = {}): ResidentFacts {
  return { residentId: 'r', consents: [], relationships: [], breakGlass: null, ...different };
}

/** What a toy caller may see for a purpose, today. */
export function table(
  parts: Partial<PolicyParts> = {},
  who: Partial<Caller> = {},
  purpose: PurposeOfUse | null = 'TREAT',
) {
  return policy(parts).tableFor(caller(who), purpose, today);
}
