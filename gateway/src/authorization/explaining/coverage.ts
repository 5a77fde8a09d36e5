import type { EmergencyDeclaration } from '../../governance/index.ts';
import type { Ruling } from '../access/index.ts';
import type { Agreement, Grant } from '../agreements/index.ts';
import { isInForce, termInstants } from '../agreements/index.ts';
import type { Category } from '../categories/index.ts';
import { inTurns } from '../in-turns.ts';
import type { PolicyParts } from '../policy/index.ts';
import type { Statute } from '../statutes/index.ts';
import { bestCaller } from './requesters.ts';

type Coverable = Pick<PolicyParts, 'agreements' | 'catalogue' | 'statutes'>;

/** Categories that no agreement in force grants to anybody: their fields are withheld from all. */
export function categoriesWithoutAgreement(
  { agreements, catalogue }: Coverable,
  at: Date,
): readonly Category[] {
  const granted = new Set(
    agreements
      .filter((agreement) => isInForce(agreement, at))
      .flatMap(({ provider, grants }) =>
        grants.flatMap(({ categories }) => categories.map((name) => `${provider} ${name}`)),
      ),
  );
  return catalogue.filter(({ name, agency }) => !granted.has(`${agency} ${name}`));
}

/** Fields that nobody labelled, `Type.field`: they are withheld from everybody. */
export function unlabelledFields({ requirements }: Pick<PolicyParts, 'requirements'>): readonly string[] {
  const { coordinates, requirementOf } = requirements;
  return coordinates.filter((coordinate) => requirementOf(coordinate) === 'unlabelled');
}

/** Agreements in force whose term ends within so many days. */
export function expiringAgreements({ agreements }: Coverable, days: number, at: Date): readonly Agreement[] {
  const horizon = at.getTime() + days * 24 * 60 * 60 * 1000;
  return agreements
    .filter((agreement) => isInForce(agreement, at))
    .filter(({ term }) => termInstants(term).until.getTime() <= horizon);
}

/** A category that an agreement grants in vain. */
export interface ForbiddenGrant {
  readonly agreement: Agreement;
  readonly clause: string;
  readonly category: string;
  /** The statute that forbids it to all recipients for all purposes. */
  readonly citation: string;
}

/**
 * What agreements in force grant although a statute forbids it whoever the resident is, to every one of the recipients
 * and for every one of the purposes, in a declared emergency too.
 */
export async function forbiddenGrants(parts: Coverable, at: Date): Promise<readonly ForbiddenGrant[]> {
  const inForce = parts.agreements.filter((agreement) => isInForce(agreement, at));
  const forbidden = await inTurns(inForce, 1, (agreement) =>
    agreement.grants.flatMap((grant) =>
      grant.categories.flatMap((name) => {
        const citation = forbiddenBy(name, grant, agreement, parts, at);
        return citation === null ? [] : [{ agreement, clause: grant.clause, category: name, citation }];
      }),
    ),
  );
  return forbidden.flat();
}

function forbiddenBy(
  name: string,
  grant: Grant,
  agreement: Agreement,
  { catalogue, statutes, agreements }: Coverable,
  at: Date,
): string | null {
  const category = catalogue.find((each) => each.name === name);
  if (category === undefined) return null;
  const covering = statutes.filter(({ covers }) => covers.includes(name));
  const rulings = agreement.recipients.flatMap(({ agency, roles = [], applications = [null] }) =>
    roles.flatMap((role) =>
      grant.purposes.flatMap((purposeOfUse) =>
        [[], [emergencyFor(name, role, purposeOfUse, at)]].map((declarations) => {
          const requester = bestCaller({ agency, role, application: applications[0] ?? null }, agreements);
          const request = { requester, purposeOfUse, category, agreement, at, declarations, resident: null };
          return covering.map((statute) => ruled(statute, () => statute.rule(request))).find(isDenial);
        }),
      ),
    ),
  );
  const [first] = rulings;
  return first !== undefined && rulings.every((ruling) => ruling !== undefined) ? first.citation : null;
}

function ruled({ citation }: Statute, rule: () => Ruling): Ruling {
  try {
    return rule();
  } catch {
    return { kind: 'deny', citation, reason: 'UNDECIDABLE', remedy: 'NONE' };
  }
}

function isDenial(ruling: Ruling): boolean {
  return ruling.kind === 'deny';
}

function emergencyFor(
  category: string,
  role: string,
  purpose: EmergencyDeclaration['purposesOfUse'][number],
  at: Date,
): EmergencyDeclaration {
  const endsAt = new Date(at.getTime() + 60_000);
  return {
    id: 'hypothetical',
    authority: 'A declared emergency',
    area: 'statewide',
    categories: [category],
    roles: [role],
    purposesOfUse: [purpose],
    startsAt: at,
    endsAt,
  };
}
