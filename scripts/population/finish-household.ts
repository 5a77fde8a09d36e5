import type { HouseholdDraft, PersonDraft } from './households/index.ts';
import { endAtDeath, spanOf } from './lives/index.ts';
import type { Household, Person } from './truth.ts';

/** The household as it goes out: events in the order of time, and nothing after a death. */
export function finishHousehold(draft: HouseholdDraft): Household {
  return { number: draft.number, members: draft.members.map(finishPerson) };
}

function finishPerson(draft: PersonDraft): Person {
  const { origin: _origin, parents: _parents, scripted: _scripted, ...person } = draft;
  const events = draft.events.flatMap((event) => endAtDeath(event, draft.deathDate));
  events.sort((one, other) =>
    spanOf(one).from < spanOf(other).from ? -1 : spanOf(one).from > spanOf(other).from ? 1 : 0,
  );
  const traps = [...new Set(draft.traps)];
  return { ...person, traps, events };
}
