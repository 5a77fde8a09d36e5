import { Measured } from '../values/index.ts';

/** A day of the chart. */
export interface Day {
  /** `YYYY-MM-DD`. */
  readonly name: string;
  readonly shown: number;
  readonly withheld: number;
}

const [height, axisHeight, numberWidth, dateWidth] = [170, 22, 34, 110];

/** A column for each day: what was shown, and on top of it what was withheld. */
export function DayChart(props: DayChartProps) {
  return <Measured class="day-chart">{(width) => <Drawing {...props} width={width} />}</Measured>;
}

interface DayChartProps {
  readonly days: readonly Day[];
  readonly label: string;
  readonly date: (day: string) => string;
}

function Drawing({ days, label, date, width }: DayChartProps & { readonly width: number }) {
  const most = ceiling(Math.max(1, ...days.map(({ shown, withheld }) => shown + withheld)));
  const columnWidth = (width - numberWidth) / Math.max(1, days.length);
  const tall = (count: number): number => (count / most) * (height - axisHeight - 10);
  const floor = height - axisHeight;
  const step = Math.ceil((days.length * dateWidth) / (width - numberWidth));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {[0, most / 2, most].map((count) => (
        <g key={count}>
          <line class="rule" x1={numberWidth} x2={width} y1={floor - tall(count)} y2={floor - tall(count)} />
          <text x={numberWidth - 6} y={floor - tall(count) + 4} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      {days.map(({ name, shown, withheld }, index) => {
        const x = numberWidth + index * columnWidth + columnWidth * 0.15;
        return (
          <g key={name}>
            <title>{`${date(name)}: ${shown} + ${withheld}`}</title>
            <rect
              class="shown"
              x={x}
              y={floor - tall(shown)}
              width={columnWidth * 0.7}
              height={tall(shown)}
            />
            <rect
              class="withheld-bar"
              x={x}
              y={floor - tall(shown + withheld)}
              width={columnWidth * 0.7}
              height={tall(withheld)}
            />
            {index % step === 0 && index + step / 2 < days.length && (
              <text x={x} y={height - 6}>
                {date(name)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The next of 2, 4, 10, 20, 40, 100, and so on, whose half is whole. */
function ceiling(count: number): number {
  const size = 10 ** Math.floor(Math.log10(count));
  return [2, 4, 10].map((each) => each * size).find((each) => each >= count) ?? count;
}
