import type { HouseholdDraft } from '../households/index.ts';

/** A birth is an event in the lives of the parents who live in the household. */
export function raiseChildren(draft: HouseholdDraft): void {
  for (const child of draft.members) {
    for (const parent of draft.members.filter((member) => child.parents.includes(member.number))) {
      parent.events.push({ kind: 'birthOfChild', on: child.birthDate, child: child.number });
    }
  }
}
