import type { IntakeDesk } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import type { Household, Person, RelationshipToHead } from '../../truth.ts';
import type { IndexRows } from './index-rows.ts';

const relationships: Readonly<Record<RelationshipToHead, string>> = {
  head: 'HEAD',
  spouse: 'SPOUSE',
  partner: 'PARTNER',
  child: 'CHILD',
  grandchild: 'GRANDCHILD',
  parent: 'PARENT',
  sibling: 'SIBLING',
  otherRelative: 'OTHER_RELATIVE',
  nonRelative: 'NON_RELATIVE',
};

/** The household with its members, the head first; those who died are members no longer. */
export function householdRows({ number, members }: Household, desk: IntakeDesk): IndexRows {
  return {
    household_members: members.map((person, position) => ({
      id: desk.next('member'),
      household_id: number,
      resident_id: person.residentId,
      relationship: relationships[person.relationshipToHead],
      position,
      valid_from: joinedOn(person),
      valid_until: person.deathDate,
      source: 'residents',
      as_of: asOf,
    })),
  };
}

/** Children are members from birth, others since their present address. */
function joinedOn(person: Person): string {
  if (person.relationshipToHead === 'child') return person.birthDate;
  return person.addresses.at(-1)?.from ?? person.birthDate;
}
