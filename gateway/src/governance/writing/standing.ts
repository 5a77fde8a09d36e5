import type { Caller } from '../../authentication/index.ts';
import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { Database } from '../database/index.ts';
import { readFacts } from '../reading/index.ts';

/** Who answers for an agency's disclosures: its privacy officers and data stewards. */
export function isOfficerOf({ agency: own, roles }: Caller, agency: string): boolean {
  return own === agency && (roles.includes('privacy-officer') || roles.includes('data-steward'));
}

/** Who judges how records were used. */
export function isPrivacyOfficer({ roles }: Caller): boolean {
  return roles.includes('privacy-officer');
}

/** Whether the identity provider vouches that the caller is the resident. */
export function isThemself({ residentId }: Caller, resident: string): boolean {
  return residentId !== null && residentId === resident;
}

const workKinds: ReadonlySet<string> = new Set(['caseload', 'treating', 'placement', 'supervision']);

/** What binds a caller to residents, as agencies vouch for it. */
export interface Bonds {
  /** With whom they work. */
  readonly worksWith: ReadonlySet<string>;
  /** For whom they act as parent or guardian. */
  readonly actsFor: ReadonlySet<string>;
}

/** The residents among these with whom the caller works, and for whom they act. */
export async function bondsWith(
  database: Database,
  caller: Caller,
  residentIds: readonly string[],
  at: Date,
): Promise<Bonds> {
  const facts = await readFacts(database, residentIds, caller, at);
  const bound = (kinds: ReadonlySet<string>): ReadonlySet<string> => {
    const found = [...facts.values()].filter(({ relationships }) =>
      relationships.some(({ kind }) => kinds.has(kind)),
    );
    return new Set(found.map(({ residentId }) => residentId));
  };
  return { worksWith: bound(workKinds), actsFor: bound(new Set(['guardian'])) };
}

/** @param message - who may do it; nothing of the record */
export function forbidden(message: string): Failure {
  return failure('FORBIDDEN', { message });
}

/** A record that isn't there and one that isn't the caller's are told alike: neither shows which it is. */
export function notTheirs(): Failure {
  return forbidden('There is no such record that the caller may change.');
}
