import { defineSubgraph, residentReference } from '@resident-graph/subgraph-kit';
import type { ExtraRules, LinkedResident, Subgraph } from '@resident-graph/subgraph-kit';

import { vectors } from './vectors.ts';

const schema = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@requiresScopes"])
type Query {
  clinics: [String!] @policy(policies: [["open"]])
  patient(id: ID!): Resident @policy(policies: [["index"]])
  patients(ids: [ID!]!): [Resident] @policy(policies: [["index"]])
  find(name: String!): ClinicConnection @policy(policies: [["search"]])
}
type ClinicConnection { edges: [ClinicEdge!]! total: Int @policy(policies: [["search"]]) }
type ClinicEdge { cursor: String! node: Resident @policy(policies: [["search"]]) }
type Resident @key(fields: "id") {
  id: ID!
  clinic: Clinic @policy(policies: [["clinic"]])
  kin: [Resident!] @policy(policies: [["kin"]])
}
type Clinic @policy(policies: [["clinic"]]) {
  visits: [Visit!]
  notes: String @policy(policies: [["notes"]])
  either: String @policy(policies: [["notes"], ["search"]])
  both: String @policy(policies: [["notes", "search"]])
  staff: String @requiresScopes(scopes: [["clinician"]])
  things: [Thing!]
  mixed: [Mixed!]
  contact: Resident
}
type Visit @policy(policies: [["visit"]]) { day: String doctor: Doctor }
type Doctor { name: String @policy(policies: [["open"]]) }
interface Thing { label: String }
type Pill implements Thing @policy(policies: [["pill"]]) { label: String }
type Knife implements Thing @policy(policies: [["knife"]]) { label: String }
union Mixed = Pill | Visit
`;

/** What resolvers were asked for, by coordinate. */
export interface Clinic {
  readonly subgraph: Subgraph;
  readonly resolved: string[];
}

/** A made-up agency with every form that a label may stand in. */
export function clinic(extraRules: ExtraRules<object> = {}): Clinic {
  const resolved: string[] = [];
  const noted =
    <Value>(coordinate: string, value: (source: LinkedResident) => Value) =>
    (source: LinkedResident): Value => {
      resolved.push(coordinate);
      return value(source);
    };
  const things = [{ __typename: 'Pill' }, { __typename: 'Knife' }];
  const subgraph = defineSubgraph<object>({
    name: vectors.agency,
    schema,
    migrations: [],
    loaders: () => ({}),
    extraRules,
    resolvers: {
      Query: {
        clinics: noted('Query.clinics', () => ['North']),
        patient: (_: unknown, { id }: { id: string }) => (id === 'nobody' ? null : { id }),
        patients: (_: unknown, { ids }: { ids: readonly string[] }) => ids.map((id) => ({ id })),
        find: () => ({ edges: [{ cursor: '1', node: { id: 'r1' } }], total: 1 }),
      },
      Resident: {
        ...residentReference,
        clinic: noted('Resident.clinic', (resident) => resident),
        kin: noted('Resident.kin', () => [{ id: 'r2' }, { id: 'r3' }]),
      },
      Clinic: {
        visits: noted('Clinic.visits', () => [{ day: '2026-01-01' }, { day: '2026-01-02' }]),
        notes: noted('Clinic.notes', ({ id }) => `notes on ${id}`),
        either: noted('Clinic.either', () => 'either'),
        both: noted('Clinic.both', () => 'both'),
        staff: noted('Clinic.staff', () => 'staff'),
        things: noted('Clinic.things', () => things),
        mixed: noted('Clinic.mixed', () => [
          { __typename: 'Pill' },
          { __typename: 'Visit', day: '2026-01-03' },
        ]),
        contact: noted('Clinic.contact', () => ({ id: 'r2' })),
      },
      Visit: { day: (visit: { day: string }) => (resolved.push('Visit.day'), visit.day), doctor: () => ({}) },
      Doctor: { name: noted('Doctor.name', () => 'Dr Low') },
      Pill: { label: noted('Pill.label', () => 'pill') },
      Knife: { label: noted('Knife.label', () => 'knife') },
    },
  });
  return { subgraph, resolved };
}

/** Links the residents r1 to r4. */
export async function linkResidents(database: {
  (table: string): { insert: (rows: object[]) => PromiseLike<unknown> };
}): Promise<void> {
  const ids = ['r1', 'r2', 'r3', 'r4'];
  await database('resident_links').insert(ids.map((id) => ({ resident_id: id, local_id: `C-${id}` })));
}
