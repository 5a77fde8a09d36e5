import {
  addMember,
  drawBirthDate,
  type HouseholdDraft,
  type MemberSettings,
  type PersonDraft,
} from '../households/index.ts';
import type { LifeEvent, Trap } from '../truth.ts';

type PlayerSettings = Omit<MemberSettings, 'birthDate' | 'scripted'> & { readonly age: number };

/** Someone with a written story, to whom chance adds nothing. */
export function player(draft: HouseholdDraft, { age, ...settings }: PlayerSettings): PersonDraft {
  return addMember(draft, { ...settings, birthDate: drawBirthDate(draft.chance, age, age), scripted: true });
}

/** A child of the players before it, with their surname. */
export function childOf(
  draft: HouseholdDraft,
  parents: readonly PersonDraft[],
  settings: Partial<PlayerSettings> & { readonly age: number },
): PersonDraft {
  const surname = parents.at(-1)?.name.surname;
  return player(draft, {
    relationship: 'child',
    parents,
    ...(surname === undefined ? {} : { surname }),
    ...settings,
  });
}

/** What happens to a player, and the traps that the player carries. */
export function live(person: PersonDraft, traps: readonly Trap[], events: readonly LifeEvent[] = []): void {
  person.traps.push(...traps);
  person.events.push(...events);
}

/** Person numbers, the first one the head of the unit. */
export function unit(...members: readonly PersonDraft[]): readonly number[] {
  return members.map(({ number }) => number);
}
