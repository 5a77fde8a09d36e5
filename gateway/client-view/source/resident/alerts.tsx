import { useResident } from '../resident-view/index.ts';
import { useShell } from '../shell/index.ts';
import { Icon, Nothing, sectionAgencies, type Section } from '../values/index.ts';
import { alertsOf } from './alerts-of.ts';

/** What calls for attention, and which agencies' alerts can't be among it: none is never mistaken for withheld. */
export function Alerts() {
  const { resident, answer, retry } = useResident();
  const { speech, now } = useShell();
  const { say, code } = speech;
  const alerts = alertsOf(resident, speech, now());
  const sections = Object.keys(sectionAgencies) as Section[];
  const closed = sections.flatMap((section) => {
    const path = ['resident', section];
    const problem = answer.problemAt(path);
    return problem ? [{ section, path, problem }] : [];
  });
  return (
    <section class="card alerts" aria-labelledby="alerts">
      <h2 id="alerts">
        {say('alerts.title')} <span class="count">{say('alerts.count', { count: alerts.length })}</span>
      </h2>
      {alerts.length > 0 && (
        <ul>
          {alerts.map(({ level, text, agency, when }) => (
            <li key={text} class={level}>
              <Icon name={level === 'notice' ? 'info' : 'alert'} />
              <span>
                <span class="hidden">{say(`alerts.${level}`)}: </span>
                <strong>{text}</strong>
                <span class="hint">
                  {' '}
                  {code('agency', agency)}
                  {when && ` · ${when}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {alerts.length === 0 && <p>{say(closed.length === 0 ? 'alerts.none' : 'alerts.noneOfThose')}</p>}
      {closed.map(({ section, path, problem }) => (
        <p key={section} class="alerts-closed">
          <span>{code('agency', sectionAgencies[section])}</span>{' '}
          <Nothing problem={problem} path={path} residentId={resident.id} retry={() => retry(section)} />
        </p>
      ))}
    </section>
  );
}
