/** A GraphQL request, with everything that a client may send. */
export interface AttackRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A way to try for a value, a count, an order or a hint of existence that was denied. */
export interface Attack {
  readonly name: string;
  readonly request: (residentId: string) => AttackRequest;
  /** It asks for something permitted too, by which residents may differ. */
  readonly asksMore?: true;
}

/** What every attack is after: whether somebody is a patient, and everything about it (42 CFR 2.11, 2.13). */
export const prize = `substanceUseTreatment {
  admissions(first: 1) {
    edges { cursor node { id admissionDate provider { name } substances { substance } } }
    pageInfo { hasNextPage startCursor endCursor }
  }
}`;

/** An attack that asks for something inside of one resident. */
export function insideResident(name: string, selection: string, definitions = ''): Attack {
  return {
    name,
    request: (id) => ({ query: `{ resident(id: "${id}") { ${selection} } } ${definitions}` }),
  };
}
