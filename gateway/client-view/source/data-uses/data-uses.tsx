import { useState } from 'preact/hooks';
import { usesDocument, type UsesQuery } from '../../documents/operations.ts';
import { CountTable, DayChart, type Day } from '../charts/index.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';

type Uses = NonNullable<UsesQuery['usesOfMyAgency']>;

const day = 86_400_000;
const periods = [7, 30, 90, 365] as const;

/** How often the agency's data was shown and withheld, when, to whom, what for, and which fields. */
export function DataUses() {
  const { speech, session, now } = useShell();
  const tell = useOfficerWords();
  const [days, setDays] = useState<number>(30);
  const since = new Date(Math.floor(now() / day) * day - (days - 1) * day).toISOString();
  const { asked, again } = useAnswer(usesDocument, { since });
  return (
    <>
      <h1 tabIndex={-1}>{tell('uses.title', { agency: speech.code('agency', session.agency) ?? '' })}</h1>
      <p>{tell('uses.explanation')}</p>
      <label class="field narrow">
        {tell('uses.period')}
        <select value={days} onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}>
          {periods.map((one) => (
            <option key={one} value={one}>
              {tell('uses.days', { days: one })}
            </option>
          ))}
        </select>
      </label>
      <WhenAnswered asked={asked} again={again} path={['usesOfMyAgency']}>
        {({ usesOfMyAgency }) => usesOfMyAgency && <Counted uses={usesOfMyAgency} since={since} />}
      </WhenAnswered>
    </>
  );
}

function Counted({ uses, since }: { readonly uses: Uses; readonly since: string }) {
  const { speech, now } = useShell();
  const tell = useOfficerWords();
  const { days, fields, purposes, recipients, subjects } = uses;
  if ((days ?? []).length === 0) return <p>{tell('uses.none')}</p>;
  const tables = [
    { title: tell('uses.fields'), counts: fields, words: breakable },
    {
      title: tell('uses.recipients'),
      counts: recipients,
      words: (name: string | null) => speech.code('agency', name) ?? '',
    },
    {
      title: tell('uses.purposes'),
      counts: purposes,
      words: (name: string | null) => speech.code('purpose', name) ?? tell('uses.noPurpose'),
    },
    {
      title: tell('uses.people'),
      counts: subjects,
      words: (name: string | null) => name ?? tell('uses.nobody'),
    },
  ];
  return (
    <>
      <ByDay days={everyDay(days ?? [], since, now())} />
      <div class="home">
        {tables.map(({ title, counts, words }) => (
          <section key={title} class="card" aria-label={title}>
            <CountTable title={title} counts={counts ?? []} words={words} />
          </section>
        ))}
      </div>
    </>
  );
}

/** Where there is little room, a field goes on below its type. */
function breakable(name: string | null): string {
  return (name ?? '').replace('.', '.\u200B');
}

/** Days on which nothing was, too. */
function everyDay(counts: NonNullable<Uses['days']>, since: string, now: number): readonly Day[] {
  const known = new Map(counts.map(({ name, shown, withheld }) => [name, { shown, withheld }]));
  const length = Math.floor((now - Date.parse(since)) / day) + 1;
  return Array.from({ length }, (_, index) => {
    const name = new Date(Date.parse(since) + index * day).toISOString().slice(0, 10);
    return { name, shown: known.get(name)?.shown ?? 0, withheld: known.get(name)?.withheld ?? 0 };
  });
}

function ByDay({ days }: { readonly days: readonly Day[] }) {
  const { date } = useShell().speech;
  const tell = useOfficerWords();
  const sum = (of: 'shown' | 'withheld'): number => days.reduce((before, one) => before + one[of], 0);
  const label = tell('uses.chart', {
    shown: sum('shown'),
    withheld: sum('withheld'),
    from: date(days[0]?.name ?? ''),
    until: date(days.at(-1)?.name ?? ''),
  });
  return (
    <section class="card" aria-labelledby="by-day">
      <h2 id="by-day">{tell('uses.byDay')}</h2>
      <p class="legend">
        <span class="key shown" /> {tell('uses.shown')} <strong>{sum('shown')}</strong>
        <span class="key withheld-bar" /> {tell('uses.withheld')} <strong>{sum('withheld')}</strong>
      </p>
      <DayChart days={days} label={label} date={date} />
      <details>
        <summary>{tell('uses.table')}</summary>
        <CountTable
          title={tell('uses.day')}
          counts={days.filter(({ shown, withheld }) => shown + withheld > 0)}
          words={(name) => date(name ?? '')}
        />
      </details>
    </section>
  );
}
