import type { Agreement } from '../agreements/index.ts';
import { termInstants } from '../agreements/index.ts';
import type { Category } from '../categories/index.ts';
import type { Candidate } from './candidate.ts';
import { shapeOf } from './candidate.ts';

/** The agreements whose status is in force, by what they grant and to whom; each list in the order of the agreements' ids. */
export interface AgreementIndex {
  /** Grants of a category to somebody with one of these roles at an agency. */
  readonly toRoles: (category: string, agency: string, roles: readonly string[]) => readonly Candidate[];
  /** Grants of a category to anybody at an agency. */
  readonly toAnyRole: (category: string, agency: string) => readonly Candidate[];
  /** Grants of a category to an agency itself. */
  readonly toAgency: (category: string, agency: string) => readonly Candidate[];
  /** When an agreement begins or ends to bind, in milliseconds since 1970. */
  readonly instants: readonly number[];
}

/** The place of grants to an agency itself among those to its roles; no role is named so. */
const theAgency = '';

/** Indexes agreements. What an agreement grants of an agency's data counts only if that agency is its provider. */
export function indexAgreements(
  agreements: readonly Agreement[],
  catalogue: readonly Category[],
): AgreementIndex {
  const owners = new Map(catalogue.map(({ name, agency }) => [name, agency]));
  const binding = agreements
    .filter(({ status }) => status === 'in-force')
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const byCategory = new Map<string, Map<string, Map<string, Candidate[]>>>();
  for (const candidate of binding.flatMap(candidatesOf)) {
    for (const category of candidate.grant.categories) {
      if (owners.get(category) === candidate.agreement.provider) add(category, candidate);
    }
  }
  const at = (category: string, agency: string) => byCategory.get(category)?.get(agency);
  return {
    toRoles: (category, agency, roles) => {
      const byRole = at(category, agency);
      const lists = roles.map((role) => byRole?.get(role) ?? []);
      return lists.length === 1 ? (lists[0] ?? []) : inOrder(lists.flat());
    },
    toAnyRole: (category, agency) => {
      const lists = [...(at(category, agency) ?? [])].filter(([role]) => role !== theAgency);
      return inOrder(lists.flatMap(([, list]) => list));
    },
    toAgency: (category, agency) => at(category, agency)?.get(theAgency) ?? [],
    instants: binding.flatMap(({ term }) => {
      const { from, until } = termInstants(term);
      return [from.getTime(), until.getTime()];
    }),
  };

  function add(category: string, candidate: Candidate): void {
    const { agency, roles } = candidate.recipient;
    const byAgency = entry(byCategory, category, () => new Map<string, Map<string, Candidate[]>>());
    const byRole = entry(byAgency, agency, () => new Map<string, Candidate[]>());
    for (const role of roles ?? [theAgency]) entry(byRole, role, () => []).push(candidate);
  }
}

function candidatesOf(agreement: Agreement): readonly Candidate[] {
  const { from, until } = termInstants(agreement.term);
  const binds = { from: from.getTime(), until: until.getTime() };
  return agreement.recipients.flatMap((recipient) =>
    agreement.grants.map((grant) => ({
      agreement,
      grant,
      recipient,
      shape: shapeOf(agreement, grant, recipient),
      ...binds,
    })),
  );
}

/** Of several roles' lists: each candidate once. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Set(candidates)].toSorted((left, right) =>
    left.agreement.id < right.agreement.id ? -1 : left.agreement.id > right.agreement.id ? 1 : 0,
  );
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
