import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { EmergencyDeclaration, ResidentFacts } from '../../governance/index.ts';
import { consentFits, glassIsBroken } from '../access/index.ts';
import type { Category } from '../categories/index.ts';
import type { ResidentDecisions } from '../policy/index.ts';
import type { AskedAgencies } from './asked-agencies.ts';
import type { DisclosedResident } from './disclosed-resident.ts';
import type { DisclosurePlaces, PlaceTerms } from './disclosure-places.ts';
import type { NamedPlace } from './named-place.ts';

/** What an account is made of. */
export interface AccountOptions {
  readonly places: DisclosurePlaces;
  /** Whom the answer names. */
  readonly found: readonly NamedPlace[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asked: AskedAgencies;
  readonly requester: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  readonly at: Date;
  /** Emergencies that were declared and confirmed. */
  readonly declarations: readonly EmergencyDeclaration[];
  readonly categoriesOf: (coordinate: string) => readonly Category[];
  /** Decides about residents; one whose facts can't be had is left out. */
  readonly decisionsOf: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, ResidentDecisions>>;
  /** Of residents about whom it has been decided. */
  readonly factsOf: (id: string) => ResidentFacts | undefined;
}

/**
 * Whom an operation disclosed, each resident once: those whom the answer names, those whom it withholds as a whole,
 * and those who were only sent to agencies.
 */
export async function accountFor(options: AccountOptions): Promise<readonly DisclosedResident[]> {
  const { places, found, variables, asked } = options;
  const met = byResident([...found, ...places.named(variables)]);
  for (const id of asked.residentIds) if (!met.has(id)) met.set(id, new Set());
  const depending = [...met].filter(([, at]) => [...at].some((place) => places.dependsOnResident(place)));
  const ids = new Set(depending.map(([id]) => id));
  const decided = ids.size > 0 ? await options.decisionsOf(ids) : nobody;
  return [...met]
    .map(([id, at]) => disclosedResident(id, at, decided.get(id) ?? null, options))
    .filter(({ terms, agencies }) => terms.length > 0 || agencies.length > 0);
}

const nobody: ReadonlyMap<string, ResidentDecisions> = new Map();

function byResident(found: readonly NamedPlace[]): Map<string, Set<number>> {
  const met = new Map<string, Set<number>>();
  for (const { residentId, place } of found) {
    const places = met.get(residentId);
    if (places) places.add(place);
    else met.set(residentId, new Set([place]));
  }
  return met;
}

function disclosedResident(
  residentId: string,
  at: ReadonlySet<number>,
  decisions: ResidentDecisions | null,
  options: AccountOptions,
): DisclosedResident {
  const { places, variables, asked } = options;
  const terms = [...at]
    .map((place) => places.termsAt(place, decisions, variables))
    // Whoever could have been reached and isn't in the answer is nobody whom anybody knows.
    .filter(({ isDenied }, index) => isDenied || !places.isReach([...at][index]));
  const texts = [...new Set(terms.map(({ text }) => text))];
  const byFacts = terms.flatMap(({ permittedByFacts }) => permittedByFacts);
  const isAnswered = [...at].some((place) => !places.isReach(place));
  const agencies = isAnswered ? asked.agenciesThatToldOf(residentId) : asked.agenciesFor(residentId);
  const facts = byFacts.length > 0 ? options.factsOf(residentId) : undefined;
  const relied = facts ? reliedOn(facts, byFacts, options) : nothingReliedOn;
  return { residentId, terms: texts, agencies, ...relied, declarations: inForce(terms, options) };
}

function inForce(
  terms: readonly PlaceTerms[],
  { declarations, categoriesOf, requester, purposeOfUse, at }: AccountOptions,
): readonly string[] {
  if (declarations.length === 0) return [];
  const coordinates = terms.flatMap(({ permitted }) => permitted);
  const names = new Set(coordinates.flatMap(categoriesOf).map(({ name }) => name));
  const covering = declarations.filter(
    (each) =>
      each.startsAt <= at &&
      at < each.endsAt &&
      each.categories.some((name) => names.has(name)) &&
      each.roles.some((role) => requester.roles.includes(role)) &&
      purposeOfUse !== null &&
      each.purposesOfUse.includes(purposeOfUse),
  );
  return covering.map(({ id }) => id);
}

const nothingReliedOn = { consents: [], breakGlass: null };

/** The facts on file that speak of what was permitted for this requester. */
function reliedOn(
  resident: ResidentFacts,
  coordinates: readonly string[],
  { categoriesOf, requester, purposeOfUse, at }: AccountOptions,
): Pick<DisclosedResident, 'consents' | 'breakGlass'> {
  const categories = [...new Set(coordinates.flatMap((coordinate) => categoriesOf(coordinate)))];
  const requests = categories.map((category) => ({ category, requester, purposeOfUse, resident, at }));
  const fitting = resident.consents.filter((consent) =>
    requests.some((request) => consentFits(consent, request)),
  );
  const isBroken = requests.some((request) => glassIsBroken(request));
  return {
    consents: fitting.map(({ id }) => id),
    breakGlass: isBroken ? (resident.breakGlass?.id ?? null) : null,
  };
}
