import { addDays } from '../../dates.ts';
import type { LifeEvent, Person } from '../../truth.ts';
import { homelessBefore } from './homeless-before.ts';
import type { Homelessness } from './stays-of.ts';

/** Where somebody slept the night before, HMIS 3.917.1. */
export interface PriorNight {
  readonly situation: number;
  /** The first day there; null where nobody knows. */
  readonly from: string | null;
  /** The day on which they left. */
  readonly until: string;
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
  const ownStay = { from, until: from };
  if (situation === 'doubledUp') return { situation: cameFrom === 'friends' ? 336 : 335, ...ownStay };
  if (situation === 'hotel') return { situation: 314, ...ownStay };
  const institution = institutionLeft(person, from);
  if (institution !== null) return institution;
  const origin = byOrigin[cameFrom];
  const outside = situation === 'unsheltered' && origin > 300;
  if (outside || cameFrom === 'street') {
    return { situation: 116, from: homelessBefore(person, from) ?? from, until: from };
  }
  return { situation: origin, from: origin > 300 ? homeBefore(person, from) : null, until: from };
}

/** The day from which the person lived where they lived the night before. */
function homeBefore({ addresses }: Person, day: string): string | null {
  const home = addresses.findLast(({ from, until }) => from < day && (until === null || until >= day));
  return home?.from ?? null;
}

/** The jail, hospital, detox or foster home that the person left in the last three days before. */
function institutionLeft(person: Person, day: string): PriorNight | null {
  for (const event of person.events) {
    const stay = institutionalStay(event);
    const until = stay?.until ?? null;
    if (stay === null || until === null || until > day || until < addDays(day, -3)) continue;
    return { situation: stay.situation, from: stay.from, until };
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
