import { Shown, useResident } from '../resident-view/index.ts';
import { useShell } from '../shell/index.ts';
import { sectionAgencies, type Section } from '../values/index.ts';
import { programsOf, type Participation, type Program } from './programs-of.ts';

/** Each programme with its state and what comes next; the first thing that a caseworker reads. */
export function Programs() {
  const { resident, answer } = useResident();
  const { speech, now } = useShell();
  const { say } = speech;
  const programs = programsOf(resident, speech, now());
  const rows = programs.filter(
    ({ at, current }) => current !== null || answer.problemAt(['resident', ...at]) !== null,
  );
  const empty = programs.filter((program) => !rows.includes(program));
  return (
    <section class="card" aria-labelledby="programs">
      <h2 id="programs">{say('programs.title')}</h2>
      <ul class="programs">
        {gathered(rows, (at) => answer.problemAt(['resident', ...at.slice(0, 1)]) !== null).map((group) => (
          <Row key={group.map(({ key }) => key).join()} programs={group} />
        ))}
      </ul>
      {empty.length > 0 && (
        <p class="hint">{say('programs.none', { names: empty.map(({ name }) => say(name)).join(', ') })}</p>
      )}
    </section>
  );
}

/** Programmes of a section that is closed as a whole stand in one row. */
function gathered(
  rows: readonly Program[],
  isClosed: (at: Program['at']) => boolean,
): readonly (readonly Program[])[] {
  const groups = new Map<string, Program[]>();
  for (const row of rows) {
    const key = isClosed(row.at) ? row.section : row.key;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function Row({ programs }: { readonly programs: readonly Program[] }) {
  const { speech } = useShell();
  const { say, code } = speech;
  const [first] = programs;
  if (!first) return null;
  const at = programs.length > 1 ? first.at.slice(0, 1) : first.at;
  return (
    <li class={`program agency-${agencyClass(first.section)}`}>
      <div class="program-name">
        <strong>{programs.map(({ name }) => say(name)).join(', ')}</strong>
        <span class="hint">{code('agency', sectionAgencies[first.section])}</span>
      </div>
      {first.current ? (
        <Taking current={first.current} />
      ) : (
        <div class="program-state">
          <Shown at={at} />
        </div>
      )}
    </li>
  );
}

function Taking({ current }: { readonly current: Participation }) {
  const { speech, now } = useShell();
  const { say, date, daysUntil } = speech;
  const { status, isActive, since, until, next, detail, contact } = current;
  const days = next ? daysUntil(next.date, now()) : null;
  return (
    <>
      <div class="program-state">
        {status && <span class={isActive ? 'chip active' : 'chip'}>{status}</span>}{' '}
        {detail && <span class="detail">{detail}</span>}
        <span class="hint">
          {since && say('time.since', { date: date(since) })}
          {until && ` ${say('time.until', { date: date(until) })}`}
          {contact && ` · ${contact}`}
        </span>
      </div>
      {next && days !== null && (
        <div class="program-next">
          <span class="hint">{say(next.label)}</span>
          <strong>
            <time datetime={next.date}>{date(next.date)}</time>
          </strong>
          <span class={days < 0 ? 'late' : days <= 30 ? 'soon' : 'hint'}>
            {days < 0
              ? say('time.daysAgo', { days: -days })
              : days === 0
                ? say('time.today')
                : say('time.inDays', { days })}
          </span>
        </div>
      )}
    </>
  );
}

/** A section's name as style sheets write it. */
function agencyClass(section: Section): string {
  return sectionAgencies[section];
}
