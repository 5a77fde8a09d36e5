import { asOf } from '../../truth.ts';
import type { AgencyName, Household, LifeEvent, Person } from '../../truth.ts';
import type { IndexRows } from './index-rows.ts';

/** That these know somebody is itself protected: 42 CFR 2.12 and 2.13 (treatment), 28 CFR part 20 (justice). */
const concealed: readonly AgencyName[] = ['behavioral-health', 'justice'];

const agencies: readonly AgencyName[] = ['benefits', 'housing', 'behavioral-health', 'justice'];

const survivorship = [
  ['NAME', 'VERIFIED'],
  ['BIRTH_DATE', 'VERIFIED'],
  ['ADDRESS', 'LATEST'],
  ['SOCIAL_SECURITY_NUMBER', 'MOST_TRUSTED'],
] as const;

/** Which agencies know the person since when, and which of them the golden record's values come from. */
export function agencyRows(person: Person, household: Household): IndexRows {
  const known = agencies.flatMap((agency) => {
    const since = knownSince(agency, person, household);
    return since === null ? [] : [{ agency, since }];
  });
  const source = known.find(({ agency }) => !concealed.includes(agency))?.agency ?? 'residents';
  const resident_id = person.residentId;
  return {
    resident_agencies: known.map(({ agency, since }) => ({
      resident_id,
      agency,
      known_since: since,
      is_concealed: concealed.includes(agency) ? 1 : 0,
    })),
    resident_field_sources: survivorship.map(([field, rule]) => ({
      resident_id,
      field,
      source,
      as_of: asOf,
      rule,
    })),
  };
}

/** The first day on which something happened at that agency's counter; null if nothing did. */
function knownSince(agency: AgencyName, person: Person, { members }: Household): string | null {
  const days = members.flatMap((member) =>
    member.events.flatMap((event) => {
      const counter = counterOf(event, member);
      return counter?.agency === agency && counter.people.includes(person.number) ? [counter.on] : [];
    }),
  );
  return days.sort()[0] ?? null;
}

interface Counter {
  readonly agency: AgencyName;
  readonly on: string;
  /** Whom the agency gets to know by it. */
  readonly people: readonly number[];
}

function counterOf(event: LifeEvent, { number }: Person): Counter | null {
  if (event.kind === 'benefit') return { agency: 'benefits', on: event.appliedOn, people: event.unit };
  if (event.kind === 'homelessness') return { agency: 'housing', on: event.from, people: event.together };
  if (event.kind === 'arrest') return { agency: 'justice', on: event.on, people: [number] };
  const isTreatment = event.kind === 'substanceUseTreatment' || event.kind === 'mentalHealthEpisode';
  return isTreatment ? { agency: 'behavioral-health', on: event.from, people: [number] } : null;
}
