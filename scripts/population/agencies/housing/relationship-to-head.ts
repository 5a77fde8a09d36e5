import type { Person, RelationshipToHead } from '../../truth.ts';

const couple: readonly RelationshipToHead[] = ['head', 'spouse', 'partner'];

/** HMIS 3.15 of a person to the head of those who were homeless together, who may be another than at home. */
export function relationshipToHead(person: Person, head: Person): number {
  if (person === head) return 1;
  const [own, heads] = [person.relationshipToHead, head.relationshipToHead];
  if (own === 'nonRelative' || heads === 'nonRelative') return 5;
  if (couple.includes(heads) && own === 'child') return 2;
  if (couple.includes(heads) && couple.includes(own)) return 3;
  return 4;
}
