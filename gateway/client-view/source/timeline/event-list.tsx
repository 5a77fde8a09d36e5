import { useShell } from '../shell/index.ts';
import type { TimelineEvent } from './events-of.ts';

/** The timeline's events in words, newest first. */
export function EventList({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { say, code, date } = useShell().speech;
  return (
    <ol class="events">
      {events.map(({ key, agency, title, detail, from, until }) => (
        <li key={key} class={`agency-${agency}`}>
          <span class="hint">
            <time datetime={from}>{date(from)}</time>
            {until !== from && (
              <>
                {' – '}
                {until ? <time datetime={until}>{date(until)}</time> : say('time.now')}
              </>
            )}
          </span>
          <strong>{title}</strong>
          <span class="hint">{[detail, code('agency', agency)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}
