import { useResident } from '../resident-view/index.ts';
import { useState } from 'preact/hooks';
import { useShell } from '../shell/index.ts';
import { sectionAgencies, type Section } from '../values/index.ts';
import { eventsOf, lanes } from './events-of.ts';
import { EventList } from './event-list.tsx';
import { Picture } from './picture.tsx';
import { moved, recentSpan, wholeSpan, type Span } from './scale.ts';

const stretches = [2, 5, null] as const;

/** What happened, over all agencies: as a picture and as a list, both of the same events. */
export function Timeline() {
  const { resident, answer } = useResident();
  const { speech, now } = useShell();
  const { say, code } = speech;
  const all = eventsOf(resident, speech);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [span, setSpan] = useState<Span>(() => wholeSpan(all, now()));
  const [chosen, choose] = useState<string | null>(null);
  const shown = lanes.filter((agency) => !hidden.has(agency));
  const events = all.filter(({ agency }) => shown.includes(agency));
  const event = events.find(({ key }) => key === chosen);
  const toggle = (agency: string): void =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(agency)) after.add(agency);
      return after;
    });
  const silence = (agency: string): string => {
    const section = Object.entries(sectionAgencies).find(([, name]) => name === agency)?.[0] as
      Section | undefined;
    const problems = section ? answer.problemsBelow(['resident', section]) : [];
    const kind = section ? answer.problemAt(['resident', section])?.kind : undefined;
    if (kind === 'unanswered') return say('nothing.unanswered', { agency: code('agency', agency) ?? '' });
    return say(problems.length > 0 ? 'timeline.withheld' : 'timeline.empty');
  };
  return (
    <section class="card" aria-labelledby="timeline">
      <header>
        <h2 id="timeline">{say('timeline.title')}</h2>
        <div class="buttons" role="group" aria-label={say('timeline.stretch')}>
          {stretches.map((years) => (
            <button
              key={years ?? 'all'}
              type="button"
              class="button small secondary"
              onClick={() => setSpan(years === null ? wholeSpan(all, now()) : recentSpan(years, now()))}
            >
              {years === null ? say('timeline.all') : say('timeline.years', { years })}
            </button>
          ))}
          <button class="button small secondary" type="button" onClick={() => setSpan(zoomed(span, 0.6))}>
            +<span class="hidden"> {say('timeline.zoomIn')}</span>
          </button>
          <button class="button small secondary" type="button" onClick={() => setSpan(zoomed(span, 1.7))}>
            −<span class="hidden"> {say('timeline.zoomOut')}</span>
          </button>
        </div>
      </header>
      <fieldset class="filter">
        <legend class="hidden">{say('timeline.filter')}</legend>
        {lanes.map((agency) => (
          <label key={agency} class={`agency-${agency}`}>
            <input type="checkbox" checked={!hidden.has(agency)} onChange={() => toggle(agency)} />
            <span class="dot" />
            {code('agency', agency)}
          </label>
        ))}
      </fieldset>
      <Picture
        {...{ events, span, shown, silence, chosen, choose }}
        move={(part) => setSpan(moved(span, part))}
        zoom={(inwards) => setSpan(zoomed(span, inwards ? 0.6 : 1.7))}
      />
      <p id="timeline-chosen" class="timeline-chosen" aria-live="polite">
        {event ? <EventText event={event} /> : <span class="hint">{say('timeline.choose')}</span>}
      </p>
      <p id="timeline-keys" class="hidden">
        {say('timeline.keys')}
      </p>
      <details>
        <summary>{say('timeline.list', { count: events.length })}</summary>
        <EventList events={events} />
      </details>
    </section>
  );
}

function EventText({ event }: { readonly event: ReturnType<typeof eventsOf>[number] }) {
  const { say, date, code } = useShell().speech;
  const { title, detail, from, until, agency } = event;
  const period = until === from ? date(from) : `${date(from)} – ${until ? date(until) : say('time.now')}`;
  return (
    <>
      <strong>{title}</strong> {period}
      <span class="hint"> {[detail, code('agency', agency)].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function zoomed({ start, end }: Span, factor: number): Span {
  const [middle, half] = [(start + end) / 2, ((end - start) / 2) * factor];
  return { start: middle - half, end: middle + half };
}
