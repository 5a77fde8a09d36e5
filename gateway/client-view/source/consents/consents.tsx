import { type Resident, Shown, useResident } from '../resident-view/index.ts';
import { useState } from 'preact/hooks';
import { revokeConsentDocument } from '../../documents/operations.ts';
import { Link, useShell } from '../shell/index.ts';
import { agencyOfCategory } from '../values/index.ts';

type Consent = NonNullable<Resident['consents']>[number];

/** What the resident has consented to, as far as the person may know, and the way to another or fewer. */
export function Consents() {
  const { resident, answer } = useResident();
  const { speech, session } = useShell();
  const { say } = speech;
  const mayRecord = answer.problemAt(['resident', 'consents']) === null;
  const consents = resident.consents ?? [];
  const discloses = resident.access?.categories?.some(
    ({ category }) => category !== null && agencyOfCategory(category) === session.agency,
  );
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">{say('consent.title')}</h2>
      {consents.length === 0 ? (
        <Shown at={['consents']} />
      ) : (
        <ul class="consents">
          {consents.map((consent) => (
            <ConsentLine key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
      {mayRecord && (discloses || session.residentId === resident.id) && (
        <p class="actions">
          <Link class="button secondary" href={`/residents/${resident.id}/consent`}>
            {say('consent.record')}
          </Link>
        </p>
      )}
    </section>
  );
}

function ConsentLine({ consent }: { readonly consent: Consent }) {
  const { resident } = useResident();
  const { speech, session, now } = useShell();
  const { say, code, date } = speech;
  const isOver = consent.validUntil !== null && Date.parse(consent.validUntil) <= now();
  const state = consent.revokedAt ? 'REVOKED' : isOver ? 'ENDED' : 'IN_FORCE';
  const mayRevoke =
    state === 'IN_FORCE' && (session.agency === consent.discloser || session.residentId === resident.id);
  const words = (family: string, codes: readonly string[] | null): string =>
    (codes ?? []).map((one) => code(family, one)).join(', ');
  const recipients = [
    words('agency', consent.recipientAgencies),
    (consent.recipientSubjects ?? [])
      .map((subject) => (subject === session.subject ? say('relations.you') : subject))
      .join(', '),
    consent.isGeneralDesignation ? say('consent.whoeverTreats') : '',
  ].filter((part) => part !== '');
  return (
    <li class={state === 'IN_FORCE' ? '' : 'over'}>
      <p>
        <span class={state === 'IN_FORCE' ? 'chip active' : 'chip'}>{code('consentState', state)}</span>{' '}
        <strong>{words('category', consent.categories)}</strong>
      </p>
      <p class="hint">
        {say('consent.fromTo', {
          discloser: code('agency', consent.discloser) ?? '',
          recipients: recipients.join(', '),
        })}
        {' · '}
        {words('purpose', consent.purposesOfUse)}
        {' · '}
        {consent.validFrom && say('time.since', { date: date(consent.validFrom) })}{' '}
        {consent.revokedAt
          ? say('consent.revokedOn', { date: date(consent.revokedAt) })
          : consent.validUntil && say('time.until', { date: date(consent.validUntil) })}
      </p>
      {mayRevoke && <Revoke id={consent.id} />}
    </li>
  );
}

/** Asks once more before it revokes, because a consent that was revoked doesn't come back. */
function Revoke({ id }: { readonly id: string }) {
  const { reload } = useResident();
  const { speech, run, announce } = useShell();
  const { say, code } = speech;
  const [isAsking, setAsking] = useState(false);
  const revoke = async (): Promise<void> => {
    const answer = await run(revokeConsentDocument, { id });
    const [error] = answer.errors;
    announce(error ? (code('refused', error.extensions?.code) ?? error.message) : say('consent.revoked'));
    setAsking(false);
    reload();
  };
  return isAsking ? (
    <p class="actions">
      {say('consent.revokeQuestion')}{' '}
      <button class="button small danger" type="button" onClick={() => void revoke()}>
        {say('consent.revoke')}
      </button>{' '}
      <button class="button small secondary" type="button" onClick={() => setAsking(false)}>
        {say('dialog.cancel')}
      </button>
    </p>
  ) : (
    <button class="why" type="button" onClick={() => setAsking(true)}>
      {say('consent.revoke')}
    </button>
  );
}
