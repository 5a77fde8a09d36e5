import type { PurposeOfUse } from '../../../../src/authentication/index.ts';
import type { AccessRequest, Ruling } from '../../../../src/authorization/access/index.ts';
import type { Agreement } from '../../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../../src/authorization/index.ts';
import type { EmergencyDeclaration, ResidentFacts } from '../../../../src/governance/index.ts';
import { nothingOnFile, now } from './facts.ts';
import type { Fact } from './facts.ts';
import type { Person } from './people.ts';
import { people } from './people.ts';

/** Who asks for what and why, and what is on file. */
export interface Situation {
  readonly who: Person;
  readonly purpose: PurposeOfUse | null;
  /** The name of the data category. */
  readonly what: string;
  /** What is on file about the resident; 'unknown resident' while it isn't known whose data it is. */
  readonly facts?: readonly Fact[] | 'unknown resident';
  readonly declarations?: readonly ((request: AccessRequest) => EmergencyDeclaration)[];
  readonly agreement?: Partial<Agreement>;
  readonly at?: Date;
}

/** What one law says of a situation. */
interface StatuteCase extends Situation {
  readonly expected: Ruling;
  readonly why: string;
}

/** The cases of one law, by the law's id. */
export interface CasesOfLaw {
  readonly law: string;
  readonly cases: readonly StatuteCase[];
}

type Denial = Extract<Ruling, { readonly kind: 'deny' }>;

export function permits(
  citation: string,
  ...obligations: NonNullable<Extract<Ruling, { readonly kind: 'permit' }>['obligations']>
): Ruling {
  return { kind: 'permit', citation, ...(obligations.length > 0 && { obligations }) };
}

export function denies(citation: string, reason: Denial['reason'], remedy: Denial['remedy']): Ruling {
  return { kind: 'deny', citation, reason, remedy };
}

/** Denies, and nobody learns that there was anything to deny. */
export function conceals(citation: string, reason: Denial['reason'], remedy: Denial['remedy']): Ruling {
  return { kind: 'deny', citation, reason, remedy, isConcealed: true };
}

export function awaitsResident(citation: string): Ruling {
  return { kind: 'undetermined', citation };
}

/** The question that the situation puts to a law. */
export function requestOf(situation: Situation, category: Category): AccessRequest {
  const asked: AccessRequest = {
    requester: people[situation.who],
    purposeOfUse: situation.purpose,
    category,
    agreement: agreementOn(category, situation),
    at: situation.at ?? now,
    declarations: [],
    resident: null,
  };
  return {
    ...asked,
    declarations: (situation.declarations ?? []).map((declare) => declare(asked)),
    resident: factsOf(situation, asked),
  };
}

function factsOf({ facts = [] }: Situation, asked: AccessRequest): ResidentFacts | null {
  if (facts === 'unknown resident') return null;
  return facts.reduce<ResidentFacts>((file, fact) => fact(asked, file), nothingOnFile);
}

function agreementOn(category: Category, { who, agreement }: Situation): Agreement {
  return {
    id: 'agreement-of-the-case',
    version: 1,
    title: 'Agreement of the case',
    kind: 'data-sharing-agreement',
    status: 'in-force',
    provider: category.agency,
    recipients: [{ agency: people[who].agency }],
    legalAuthority: [...category.authority],
    grants: [{ categories: [category.name], purposes: ['TREAT'], clause: '1' }],
    redisclosure: 'forbidden',
    term: { startsOn: '2026-01-01', endsOn: '2026-12-31' },
    signatures: [],
    contentHash: '0'.repeat(64),
    file: 'agreement-of-the-case.yaml',
    ...agreement,
  };
}

/** An agreement on the exception for fleeing felons: it stands for the officer's request in writing. */
export const fleeingFelons: Partial<Agreement> = { legalAuthority: ['7 CFR 272.1(c)(1)(vii)'] };

/** A computer matching agreement that was sent out on the first of January and claims to hold for ever. */
export const matching: Partial<Agreement> = {
  kind: 'computer-matching-agreement',
  term: { startsOn: '2026-01-01', endsOn: '2036-01-01' },
};
