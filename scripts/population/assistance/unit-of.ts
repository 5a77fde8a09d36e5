import type { LifeEvent, Person } from '../truth.ts';

/** The members of the household who make up a benefit's assistance unit, the applicant first. */
export function unitOf(
  applicant: Person,
  { unit }: Extract<LifeEvent, { kind: 'benefit' }>,
  members: readonly Person[],
): readonly Person[] {
  const numbered = new Map(members.map((person) => [person.number, person]));
  const others = unit.filter((number) => number !== applicant.number);
  return [applicant, ...others.flatMap((number) => numbered.get(number) ?? [])];
}
