import type { HouseholdDraft, PersonDraft } from './households/index.ts';
import { endAtDeath, spanOf } from './lives/index.ts';
import type { Household, LifeEvent, Person } from './truth.ts';

/** The household as it goes out: events in the order of time, and nothing after a death. */
export function finishHousehold({ number, members }: HouseholdDraft): Household {
  const deaths = new Map(members.map((member) => [member.number, member.deathDate]));
  return { number, members: members.map((member) => finishPerson(member, deaths)) };
}

type Deaths = ReadonlyMap<number, string | null>;

function finishPerson(draft: PersonDraft, deaths: Deaths): Person {
  const { origin: _origin, parents: _parents, scripted: _scripted, ...person } = draft;
  const events = draft.events
    .flatMap((event) => endAtDeath(event, draft.deathDate))
    .map((event) => withTheLiving(event, deaths));
  events.sort((one, other) =>
    spanOf(one).from < spanOf(other).from ? -1 : spanOf(one).from > spanOf(other).from ? 1 : 0,
  );
  const traps = [...new Set(draft.traps)];
  return { ...person, traps, events };
}

/** Some die of what is drawn after the events that they would have shared. */
function withTheLiving(event: LifeEvent, deaths: Deaths): LifeEvent {
  const { from } = spanOf(event);
  const lives = (number: number): boolean => (deaths.get(number) ?? from) >= from;
  if (event.kind === 'benefit') return { ...event, unit: event.unit.filter(lives) };
  return event.kind === 'homelessness' ? { ...event, together: event.together.filter(lives) } : event;
}
