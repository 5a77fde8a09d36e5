import { type Resident, useResident } from '../resident-view/index.ts';
import { useShell } from '../shell/index.ts';

type Member = NonNullable<NonNullable<Resident['household']>['members']>[number];

const [width, rowHeight, radius] = [300, 98, 22];

/** Generations from the top down: the head's parents, the head and their equals, children, grandchildren. */
const generations: Readonly<Record<string, number>> = { PARENT: 0, CHILD: 2, GRANDCHILD: 3 };

interface Place {
  readonly member: Member;
  readonly x: number;
  readonly y: number;
}

/** The household as a picture; the list beside it says the same. */
export function HouseholdGraph({ members }: { readonly members: readonly Member[] }) {
  const { resident } = useResident();
  const { speech, navigate } = useShell();
  const places = placesOf(members);
  const head = places.find(({ member }) => member.relationshipToHead === 'HEAD') ?? places[0];
  const height = Math.max(...places.map(({ y }) => y)) + radius + 26;
  return (
    <svg
      class="household"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={speech.say('household.picture')}
    >
      {head &&
        places
          .filter((place) => place !== head)
          .map(({ member, x, y }, index) => (
            <path key={member.resident?.id ?? index} class="tie" d={tieOf(head, { x, y })} />
          ))}
      {places.map(({ member, x, y }, index) => {
        const id = member.resident?.id;
        const isSelf = id === resident.id;
        const go = (): void => void (id && !isSelf && navigate(`/residents/${id}`));
        return (
          <g key={id ?? index} class={isSelf ? 'person self' : 'person'} onClick={go}>
            <circle cx={x} cy={y} r={radius} />
            <text class="initials" x={x} y={y + 5}>
              {initials(member)}
            </text>
            <text class="relation" x={x} y={y + radius + 15}>
              {member.resident?.name?.given ?? ''}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Level between equals; otherwise around the name below the upper one. */
function tieOf(head: Omit<Place, 'member'>, other: Omit<Place, 'member'>): string {
  if (head.y === other.y) return `M${head.x} ${head.y} H${other.x}`;
  const [upper, lower] = head.y < other.y ? [head, other] : [other, head];
  const middle = lower.y - radius - 10;
  return `M${upper.x} ${upper.y + radius + 20} V${middle} H${lower.x} V${lower.y}`;
}

function placesOf(members: readonly Member[]): readonly Place[] {
  const rows = new Map<number, Member[]>();
  for (const member of members) {
    const generation = generations[member.relationshipToHead ?? ''] ?? 1;
    rows.set(generation, [...(rows.get(generation) ?? []), member]);
  }
  const ordered = [...rows].toSorted(([a], [b]) => a - b);
  return ordered.flatMap(([, row], rowIndex) =>
    row.map((member, index) => ({
      member,
      x: (width / (row.length + 1)) * (index + 1),
      y: radius + 6 + rowIndex * rowHeight,
    })),
  );
}

function initials({ resident }: Member): string {
  const { given, surname } = resident?.name ?? {};
  return `${given?.charAt(0) ?? ''}${surname?.charAt(0) ?? ''}` || '–';
}
