import {
  liftRestrictionDocument,
  restrictionsDocument,
  type RestrictionsQuery,
} from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { StopForm } from './stop-form.tsx';
import { useChange } from './use-change.ts';

type Restriction = NonNullable<RestrictionsQuery['restrictions']>[number];

/** What the person's agency has stopped sharing, and the switch that stops everything or some of it. */
export function Sharing() {
  const { speech, session } = useShell();
  const { code } = speech;
  const tell = useOfficerWords();
  const { asked, again } = useAnswer(restrictionsDocument, {});
  return (
    <>
      <h1 tabIndex={-1}>{tell('sharing.title', { agency: code('agency', session.agency) ?? '' })}</h1>
      <div class="home">
        <StopForm again={again} />
        <section class="card" aria-labelledby="restrictions">
          <h2 id="restrictions">{tell('sharing.list')}</h2>
          <WhenAnswered asked={asked} again={again} path={['restrictions']}>
            {({ restrictions }) => (
              <>
                {(restrictions ?? []).length === 0 && <p>{tell('sharing.none')}</p>}
                <ul class="consents">
                  {(restrictions ?? []).map((restriction) => (
                    <Line key={restriction.id} restriction={restriction} again={again} />
                  ))}
                </ul>
              </>
            )}
          </WhenAnswered>
        </section>
      </div>
    </>
  );
}

function Line({ restriction, again }: { readonly restriction: Restriction; readonly again: () => void }) {
  const { speech, session, run } = useShell();
  const { code, time } = speech;
  const tell = useOfficerWords();
  const [problem, , change] = useChange(again);
  const { id, agency, categories, reason, since, liftedAt } = restriction;
  const what =
    categories === null
      ? tell('sharing.everything')
      : categories.map((one) => code('category', one)).join(', ');
  return (
    <li class={liftedAt === null ? '' : 'over'}>
      <p>
        <span class={liftedAt === null ? 'chip stopped' : 'chip'}>
          {tell(liftedAt === null ? 'sharing.inForce' : 'sharing.lifted')}
        </span>{' '}
        <strong>{code('agency', agency)}</strong> {what}
      </p>
      <p class="hint">
        {reason} · {since && time(since)} {liftedAt && `– ${time(liftedAt)}`}
      </p>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {liftedAt === null && agency === session.agency && (
        <button
          class="button small secondary"
          type="button"
          onClick={() => void change(() => run(liftRestrictionDocument, { id }), tell('sharing.sharedAgain'))}
        >
          {tell('sharing.lift')}
        </button>
      )}
    </li>
  );
}
