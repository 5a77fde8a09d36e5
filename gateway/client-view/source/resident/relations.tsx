import { Shown, useResident } from '../resident-view/index.ts';
import { useShell } from '../shell/index.ts';

/** Who works with the resident, as far as the person may know. */
export function Relations() {
  const { resident } = useResident();
  const { speech, now, session } = useShell();
  const { say, code, date } = speech;
  const current = (resident.relationships ?? []).filter(
    ({ endedAt, validUntil }) => endedAt === null && (validUntil === null || Date.parse(validUntil) > now()),
  );
  return (
    <section class="card" aria-labelledby="relations">
      <h2 id="relations">{say('relations.title')}</h2>
      {current.length > 0 ? (
        <ul class="plain">
          {current.map(({ id, kind, subject, agency, validFrom }) => (
            <li key={id}>
              <strong>{subject === session.subject ? say('relations.you') : subject}</strong>{' '}
              {code('relationship', kind)}
              <span class="hint">
                {' '}
                {code('agency', agency)}
                {validFrom && ` · ${say('time.since', { date: date(validFrom) })}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Shown at={['relationships']} />
      )}
    </section>
  );
}
