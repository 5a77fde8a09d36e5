import { agencyHealthDocument, type AgencyHealthQuery } from '../../documents/operations.ts';
import { LatencyChart } from '../charts/index.ts';
import { useOfficerWords, type OfficerWords } from '../language/officers/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { Icon, WhenAnswered, type IconName } from '../values/index.ts';

type Health = NonNullable<AgencyHealthQuery['agencyHealth']>[number];

/** How the agencies answer: whether, how fast, and by which version of their schema. */
export function AgencyHealth() {
  const { time } = useShell().speech;
  const tell = useOfficerWords();
  const { asked, again } = useAnswer(agencyHealthDocument, {});
  return (
    <>
      <h1 tabIndex={-1}>{tell('health.title')}</h1>
      <p>{tell('health.explanation')}</p>
      <WhenAnswered asked={asked} again={again} path={['agencyHealth']}>
        {({ agencyHealth }) => {
          const [first] = agencyHealth ?? [];
          return (
            <>
              <p class="sums">
                {first?.asOf && first.since && (
                  <span class="hint">
                    {tell('health.asOf', { time: time(first.asOf), since: time(first.since) })}
                  </span>
                )}
                <button class="button small secondary" type="button" onClick={again}>
                  {tell('health.refresh')}
                </button>
              </p>
              <ul class="health">
                {(agencyHealth ?? []).map((one) => (
                  <Agency key={one.agency} health={one} />
                ))}
              </ul>
            </>
          );
        }}
      </WhenAnswered>
    </>
  );
}

const states = {
  CLOSED: { icon: 'check', look: 'active' },
  HALF_OPEN: { icon: 'clock', look: '' },
  OPEN: { icon: 'plug', look: 'stopped' },
  NONE: { icon: 'info', look: '' },
} as const satisfies Readonly<Record<string, { readonly icon: IconName; readonly look: string }>>;

function Agency({ health }: { readonly health: Health }) {
  const { code } = useShell().speech;
  const tell = useOfficerWords();
  const { agency, breaker, answered, failures, medianMilliseconds, slowMilliseconds, schemaVersion } = health;
  const failed = (failures ?? []).reduce((sum, { count }) => sum + (count ?? 0), 0);
  const asked = (answered ?? 0) + failed;
  const state = asked === 0 && breaker === 'CLOSED' ? 'NONE' : (breaker ?? 'NONE');
  const facts = [
    [tell('health.answered'), answered],
    [tell('health.failed'), failed],
    [tell('health.median'), timeIn(medianMilliseconds, asked, tell)],
    [tell('health.slow'), timeIn(slowMilliseconds, asked, tell)],
    [tell('health.schema'), <code key="schema">{schemaVersion}</code>],
  ] as const;
  return (
    <li class={`card agency agency-${agency}`}>
      <header>
        <h2>{code('agency', agency)}</h2>
        <span class={`chip ${states[state].look}`}>
          <Icon name={states[state].icon} /> {tell(`health.${state}`)}
        </span>
      </header>
      {state !== 'NONE' && <p class="hint">{tell(`health.${state}.long`)}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {failed > 0 && (
        <p class="late">
          {tell('health.failures')}:{' '}
          {(failures ?? [])
            .map((one) => tell('health.times', { code: one.code ?? '', count: one.count ?? 0 }))
            .join('; ')}
        </p>
      )}
      {asked > 0 && <Latency health={health} asked={asked} />}
    </li>
  );
}

function timeIn(milliseconds: number | null, asked: number, tell: OfficerWords): string {
  if (asked === 0) return tell('health.unknown');
  return milliseconds === null ? tell('health.longer') : tell('health.milliseconds', { count: milliseconds });
}

function Latency({ health, asked }: { readonly health: Health; readonly asked: number }) {
  const { code } = useShell().speech;
  const tell = useOfficerWords();
  const agency = code('agency', health.agency) ?? '';
  const buckets = health.latencies ?? [];
  const median = timeIn(health.medianMilliseconds, asked, tell);
  return (
    <>
      <h3>{tell('health.latency')}</h3>
      <LatencyChart buckets={buckets} label={tell('health.chart', { agency, count: asked, median })} />
      <details>
        <summary>
          {tell('uses.table')}
          <span class="hidden"> {agency}</span>
        </summary>
        <table class="counts">
          <thead>
            <tr>
              <th scope="col">{tell('health.duration')}</th>
              <th scope="col" class="number">
                {tell('health.requests')}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets
              .filter(({ count }) => count !== 0)
              .map(({ atMostMilliseconds, count }) => (
                <tr key={atMostMilliseconds}>
                  <th scope="row">
                    {atMostMilliseconds === null
                      ? tell('health.over')
                      : tell('health.upTo', { count: atMostMilliseconds })}
                  </th>
                  <td class="number">{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
