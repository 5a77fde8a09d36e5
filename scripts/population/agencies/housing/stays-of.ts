import type { Household, LifeEvent, Person } from '../../truth.ts';

export type Homelessness = Extract<LifeEvent, { kind: 'homelessness' }>;

/** One member's part in a stay; a death may end it before the others' does. */
export interface Member {
  readonly person: Person;
  readonly homelessness: Homelessness;
}

/** A time of homelessness that people went through together, the head first. */
export interface Stay {
  readonly head: Member;
  readonly members: readonly Member[];
}

/** The household's stays in the order of time, each once, although the event stands with each member. */
export function staysOf({ members }: Household): readonly Stay[] {
  const byGroup = new Map<string, Member[]>();
  for (const person of members) {
    for (const homelessness of person.events.filter((event) => event.kind === 'homelessness')) {
      if (!isAlive(person, homelessness.from)) continue;
      const group = `${homelessness.from} ${homelessness.together[0]}`;
      byGroup.set(group, [...(byGroup.get(group) ?? []), { person, homelessness }]);
    }
  }
  return [...byGroup.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => stayOf(group));
}

function stayOf(group: readonly Member[]): readonly Stay[] {
  const order = group[0]?.homelessness.together ?? [];
  const place = ({ person }: Member): number => order.indexOf(person.number);
  const members = [...group].sort((one, other) => place(one) - place(other));
  const [head] = members;
  return head === undefined ? [] : [{ head, members }];
}

function isAlive({ birthDate, deathDate }: Person, on: string): boolean {
  return birthDate <= on && (deathDate === null || deathDate > on);
}
