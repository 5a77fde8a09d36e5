import { addDays, daysBetween } from '../../dates.ts';
import type { LifeEvent, Person } from '../../truth.ts';
import type { Homelessness } from './stays-of.ts';

/** Where somebody slept the night before, HMIS 3.917.1, and for how long where the story tells it. */
export interface PriorNight {
  readonly situation: number;
  readonly nights: number | null;
}

const byOrigin = {
  rental: 410,
  family: 335,
  friends: 336,
  jail: 207,
  detox: 205,
  psychiatricHospital: 204,
  fosterCare: 215,
  street: 116,
} as const;

const residential = new Set(['detoxHospital', 'detoxFreeStanding', 'residentialShort', 'residentialLong']);

/** Where the person slept before the first night of a stay; what their life says goes before what they say. */
export function priorNight(person: Person, homelessness: Homelessness): PriorNight {
  const { cameFrom, from, situation } = homelessness;
  if (situation === 'doubledUp') return { situation: cameFrom === 'friends' ? 336 : 335, nights: null };
  if (situation === 'hotel') return { situation: 314, nights: null };
  const institution = institutionLeft(person, from);
  if (institution !== null) return institution;
  const origin = byOrigin[cameFrom];
  const outside = situation === 'unsheltered' && origin > 300;
  return { situation: outside ? 116 : origin, nights: null };
}

/** The jail, hospital, detox or foster home that the person left in the last three days before. */
function institutionLeft(person: Person, day: string): PriorNight | null {
  for (const event of person.events) {
    const stay = institutionalStay(event);
    if (stay?.until == null || stay.until > day || stay.until < addDays(day, -3)) continue;
    return { situation: stay.situation, nights: daysBetween(stay.from, stay.until) };
  }
  return null;
}

function institutionalStay(
  event: LifeEvent,
): { readonly situation: number; readonly from: string; readonly until: string | null } | null {
  if (event.kind === 'arrest') return { situation: 207, from: event.on, until: event.releasedOn };
  if (event.kind === 'fosterPlacement') return { ...event, situation: 215 };
  if (event.kind === 'substanceUseTreatment' && residential.has(event.setting)) {
    return { ...event, situation: 205 };
  }
  if (event.kind === 'mentalHealthEpisode' && event.setting === 'inpatient') {
    return { ...event, situation: 204 };
  }
  return null;
}
