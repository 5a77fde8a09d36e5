import type { TargetedKeyboardEvent } from 'preact';
import { useShell } from '../shell/index.ts';
import { Measured } from '../values/index.ts';
import { lanes, type TimelineEvent } from './events-of.ts';
import { rowsOf, yearMarks, type Span } from './scale.ts';

interface PictureProps {
  readonly events: readonly TimelineEvent[];
  readonly span: Span;
  readonly shown: readonly string[];
  /** What stands in a lane without events: why there are none. */
  readonly silence: (agency: string) => string | null;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
  readonly move: (part: number) => void;
  readonly zoom: (inwards: boolean) => void;
}

const rowHeight = 18;
const labelHeight = 20;
const axisHeight = 24;

/**
 * The agencies' lanes with their events. One stop of the Tab key; arrow keys go from event to event, Shift with
 * them moves the time, plus and minus zoom. The list beside it says the same in words.
 */
export function Picture(props: PictureProps) {
  return <Measured class="timeline-frame">{(width) => <Drawing {...props} width={width} />}</Measured>;
}

function Drawing({
  events,
  span,
  shown,
  silence,
  chosen,
  choose,
  move,
  zoom,
  width,
}: PictureProps & { readonly width: number }) {
  const { speech, now } = useShell();
  const x = (time: number): number => ((time - span.start) / (span.end - span.start)) * width;
  const laidOut = lanesOf(events, shown, now());
  const height = laidOut.reduce((sum, { rows }) => sum + laneHeight(rows.length), axisHeight);
  const onKeyDown = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    const action = keys(events, chosen, { choose, move, zoom })[
      `${event.shiftKey ? 'Shift+' : ''}${event.key}`
    ];
    if (!action) return;
    event.preventDefault();
    action();
  };
  let top = axisHeight;
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="application"
      aria-label={speech.say('timeline.picture')}
      aria-describedby="timeline-keys timeline-chosen"
      tabindex={0}
      onKeyDown={onKeyDown}
    >
      {yearMarks(span).map(({ time, year }) => (
        <g key={year} class="mark">
          <line x1={x(time)} x2={x(time)} y1={axisHeight - 4} y2={height} />
          <text x={x(time) + 4} y={axisHeight - 9}>
            {year}
          </text>
        </g>
      ))}
      {laidOut.map(({ agency, rows }) => {
        const y = top;
        top += laneHeight(rows.length);
        return (
          <g key={agency} class={`lane agency-${agency}`}>
            <line class="lane-line" x1={0} x2={width} y1={y} y2={y} />
            <text class="lane-name" x={0} y={y + 15}>
              {speech.code('agency', agency)}
            </text>
            {rows.length === 0 && (
              <text class="lane-silence" x={0} y={y + labelHeight + 12}>
                {silence(agency)}
              </text>
            )}
            {rows.map((row, index) =>
              row.map((event) => (
                <Bar
                  key={event.key}
                  event={event}
                  x={x}
                  y={y + labelHeight + index * rowHeight}
                  end={width}
                  now={now()}
                  isChosen={event.key === chosen}
                  choose={choose}
                />
              )),
            )}
          </g>
        );
      })}
      <g class="now">
        <line x1={x(now())} x2={x(now())} y1={axisHeight - 6} y2={height} />
      </g>
    </svg>
  );
}

interface BarProps {
  readonly event: TimelineEvent;
  readonly x: (time: number) => number;
  readonly y: number;
  readonly end: number;
  readonly now: number;
  readonly isChosen: boolean;
  readonly choose: (key: string) => void;
}

function Bar({ event, x, y, end, now, isChosen, choose }: BarProps) {
  const from = x(Date.parse(event.from));
  const until = x(event.until === null ? now : Date.parse(event.until));
  if (until < -6 || from > end + 6) return null;
  const isPoint = event.until === event.from;
  const props = { class: isChosen ? 'event chosen' : 'event', onClick: () => choose(event.key) };
  if (isPoint)
    return (
      <g {...props}>
        <circle cx={from} cy={y + 7} r={isChosen ? 7 : 5} />
        <title>{event.title}</title>
      </g>
    );
  const [left, right] = [Math.max(0, from), Math.min(end, until)];
  const room = right - left;
  return (
    <g {...props}>
      <rect
        class={event.until === null ? 'lasting' : undefined}
        x={left}
        y={y}
        width={Math.max(4, room)}
        height={14}
        rx={3}
      />
      {room > event.title.length * 7 + 8 && (
        <text x={left + 6} y={y + 11}>
          {event.title}
        </text>
      )}
      <title>{event.title}</title>
    </g>
  );
}

function lanesOf(events: readonly TimelineEvent[], shown: readonly string[], now: number) {
  return lanes
    .filter((agency) => shown.includes(agency))
    .map((agency) => ({
      agency,
      rows: rowsOf(
        events.filter((one) => one.agency === agency),
        now,
      ),
    }));
}

function laneHeight(rows: number): number {
  return labelHeight + Math.max(1, rows) * rowHeight + 8;
}

/** What each key does; events are walked through in the order of time. */
function keys(
  events: readonly TimelineEvent[],
  chosen: string | null,
  { choose, move, zoom }: Pick<PictureProps, 'choose' | 'move' | 'zoom'>,
): Readonly<Record<string, (() => void) | undefined>> {
  const ordered = events.toSorted((a, b) => a.from.localeCompare(b.from));
  const at = ordered.findIndex(({ key }) => key === chosen);
  const goTo = (index: number): void => {
    const event = ordered[Math.max(0, Math.min(ordered.length - 1, index))];
    if (event) choose(event.key);
  };
  return {
    ArrowRight: () => goTo(at + 1),
    ArrowLeft: () => goTo(at === -1 ? ordered.length - 1 : at - 1),
    Home: () => goTo(0),
    End: () => goTo(ordered.length - 1),
    'Shift+ArrowRight': () => move(0.25),
    'Shift+ArrowLeft': () => move(-0.25),
    '+': () => zoom(true),
    'Shift++': () => zoom(true),
    '-': () => zoom(false),
  };
}
