import { type Resident, Shown, useResident } from '../resident-view/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { Nothing, residentName } from '../values/index.ts';
import { HouseholdGraph } from './household-graph.tsx';

type Member = NonNullable<NonNullable<Resident['household']>['members']>[number];

/** Who lives together: a small graph, and beside it each member with what may be seen of them. */
export function Household() {
  const { resident } = useResident();
  const { say } = useShell().speech;
  const members = resident.household?.members ?? [];
  return (
    <section class="card" aria-labelledby="household">
      <h2 id="household">{say('household.title')}</h2>
      {members.length === 0 ? (
        <Shown at={['household']} />
      ) : (
        <>
          <HouseholdGraph members={members} />
          <ul class="members">
            {members.map((member, index) => (
              <MemberLine key={member.resident?.id ?? index} member={member} index={index} />
            ))}
          </ul>
          <p class="hint">{sourceOf(members[0], useShell().speech)}</p>
        </>
      )}
    </section>
  );
}

function MemberLine({ member, index }: { readonly member: Member; readonly index: number }) {
  const { resident, answer } = useResident();
  const { speech, now } = useShell();
  const { say, code, age, date } = speech;
  const path = ['resident', 'household', 'members', index, 'resident'];
  const problem = answer.problemAt([...path, 'name']);
  const { relationshipToHead, resident: person } = member;
  const isSelf = person?.id === resident.id;
  const name = residentName(person?.name) ?? say('resident.unnamed');
  return (
    <li>
      {problem ? (
        <Nothing problem={problem} path={path} residentId={person?.id ?? null} />
      ) : isSelf || !person ? (
        <strong>{name}</strong>
      ) : (
        <Link href={`/residents/${person.id}`}>{name}</Link>
      )}
      <span class="hint">
        {[
          isSelf && say('household.self'),
          code('householdRelationship', relationshipToHead),
          person?.birthDate && say('resident.age', { years: age(person.birthDate, now()) }),
          member.from && say('time.since', { date: date(member.from) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

function sourceOf(
  member: Member | undefined,
  { say, code, date }: ReturnType<typeof useShell>['speech'],
): string {
  if (!member?.source) return '';
  return say('household.source', {
    agency: code('agency', member.source) ?? '',
    date: member.asOf ? date(member.asOf) : say('time.unknown'),
  });
}
