import { Shown, useResident } from '../resident-view/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { residentName } from '../values/index.ts';

/**
 * Who the page is about, always in sight (NHS CUI patient banner, PAB-0019 to PAB-0050): the name without a
 * label, values heavier than labels, no colons, and words where something isn't known.
 */
export function Banner() {
  const { resident } = useResident();
  const { speech, now } = useShell();
  const { say, code, date, age } = speech;
  const { birthDate, birthDateQuality, deathDate, sex, status, replacedBy } = resident;
  const formerly = resident.names?.filter(({ use }) => use === 'MAIDEN' || use === 'OLD').map(residentName);
  return (
    <header class="banner">
      <div class="banner-name">
        <h1 tabIndex={-1}>
          <Shown at={['name']}>{residentName(resident.name)}</Shown>
        </h1>
        {formerly && formerly.length > 0 && (
          <p class="formerly">
            {say('banner.formerly')} <strong>{formerly.join('; ')}</strong>
          </p>
        )}
      </div>
      <dl class="banner-facts">
        <div>
          <dt>{say('resident.bornOn')}</dt>
          <dd>
            <Shown at={['birthDate']}>
              {birthDate && (
                <>
                  {date(birthDate)}
                  {deathDate === null && ` (${say('resident.age', { years: age(birthDate, now()) })})`}
                  {birthDateQuality !== 'FULL_REPORTED' && (
                    <small> {code('birthDateQuality', birthDateQuality)}</small>
                  )}
                </>
              )}
            </Shown>
          </dd>
        </div>
        {deathDate && (
          <div class="died">
            <dt>{say('banner.died')}</dt>
            <dd>
              {date(deathDate)}
              {birthDate && ` (${say('resident.age', { years: age(birthDate, Date.parse(deathDate)) })})`}
            </dd>
          </div>
        )}
        <div>
          <dt>{say('banner.sex')}</dt>
          <dd>
            <Shown at={['sex']}>{code('sex', sex)}</Shown>
          </dd>
        </div>
        <div>
          <dt>{say('banner.id')}</dt>
          <dd class="id">{resident.id.replaceAll(/(.{4})(?=.)/g, '$1\u200B')}</dd>
        </div>
      </dl>
      {status === 'MERGED' && (
        <p class="state">
          {say('banner.merged')}{' '}
          {replacedBy && <Link href={`/residents/${replacedBy.id}`}>{say('banner.openSurvivor')}</Link>}
        </p>
      )}
      {status === 'RETIRED' && <p class="state">{say('banner.retired')}</p>}
    </header>
  );
}
