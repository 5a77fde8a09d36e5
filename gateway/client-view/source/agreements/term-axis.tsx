import type { AgreementStatus } from '../../documents/operations.ts';

const day = 86_400_000;

/** The stretch of time on which terms are drawn, in milliseconds. */
export interface Axis {
  readonly start: number;
  readonly end: number;
  readonly now: number;
}

interface Term {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** From the first beginning to the last end, with today in it. */
export function axisOf(terms: readonly Term[], now: number): Axis {
  const starts = terms.flatMap(({ startsOn }) => (startsOn ? [Date.parse(startsOn)] : []));
  const ends = terms.flatMap(({ endsOn }) => (endsOn ? [Date.parse(endsOn) + day] : []));
  return { start: Math.min(...starts, now), end: Math.max(...ends, now + day), now };
}

function place(time: number, { start, end }: Axis): number {
  return ((time - start) / (end - start)) * 100;
}

/** The years over the axis. */
export function AxisYears({ axis, today }: { readonly axis: Axis; readonly today: string }) {
  return (
    <svg class="term-years" width="100%" height="34" aria-hidden="true">
      {yearsIn(axis).map((year) => (
        <text key={year} x={`${place(Date.UTC(year, 0, 1), axis)}%`} y="12">
          {year}
        </text>
      ))}
      <text class="term-today" x={`${place(axis.now, axis)}%`} y="29" text-anchor="middle">
        {today}
      </text>
    </svg>
  );
}

/** One term on the axis; what it says stands beside it in words. */
export function TermBar({
  term: { startsOn, endsOn },
  status,
  axis,
}: {
  readonly term: Term;
  readonly status: AgreementStatus | null;
  readonly axis: Axis;
}) {
  if (!startsOn || !endsOn) return null;
  const left = place(Date.parse(startsOn), axis);
  const right = place(Date.parse(endsOn) + day, axis);
  return (
    <svg class={`term-bar term-${(status ?? '').toLowerCase()}`} width="100%" height="18" aria-hidden="true">
      {yearsIn(axis).map((year) => {
        const x = `${place(Date.UTC(year, 0, 1), axis)}%`;
        return <line key={year} class="term-year" x1={x} x2={x} y1="0" y2="18" />;
      })}
      <rect x={`${left}%`} y="4" width={`${right - left}%`} height="10" rx="3" />
      <line
        class="term-now"
        x1={`${place(axis.now, axis)}%`}
        x2={`${place(axis.now, axis)}%`}
        y1="0"
        y2="18"
      />
    </svg>
  );
}

function yearsIn({ start, end }: Axis): readonly number[] {
  const [first, last] = [new Date(start).getUTCFullYear(), new Date(end).getUTCFullYear()];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => Date.UTC(year, 0, 1) >= start && Date.UTC(year, 0, 1) < end - 60 * day,
  );
}
