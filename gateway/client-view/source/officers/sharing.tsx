import { useState } from 'preact/hooks';
import {
  liftRestrictionDocument,
  restrictAgencyDocument,
  restrictionsDocument,
  type RestrictionsQuery,
} from '../../documents/operations.ts';
import { Refused, type Answer } from '../graphql/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { Nothing, Refusal } from '../values/index.ts';

type Restriction = NonNullable<RestrictionsQuery['restrictions']>[number];

/** What the person's agency has stopped sharing, and the switch that stops everything. */
export function Sharing() {
  const { speech, session } = useShell();
  const { say, code } = speech;
  const { asked, again } = useAnswer(restrictionsDocument, {});
  const path = ['restrictions'];
  const problem = asked.kind === 'answered' ? asked.answer.problemAt(path) : null;
  return (
    <>
      <h1 tabIndex={-1}>{say('sharing.title', { agency: code('agency', session.agency) ?? '' })}</h1>
      {asked.kind === 'loading' && <p class="loading">{say('shell.loading')}</p>}
      {asked.kind === 'refused' && <Refusal code={asked.code} again={again} />}
      {problem && <Nothing problem={problem} path={path} residentId={null} retry={again} />}
      {asked.kind === 'answered' && !problem && (
        <div class="home">
          <Stop again={again} />
          <section class="card" aria-labelledby="restrictions">
            <h2 id="restrictions">{say('sharing.list')}</h2>
            {(asked.answer.data?.restrictions ?? []).length === 0 && <p>{say('sharing.none')}</p>}
            <ul class="consents">
              {(asked.answer.data?.restrictions ?? []).map((restriction) => (
                <Line key={restriction.id} restriction={restriction} again={again} />
              ))}
            </ul>
          </section>
        </div>
      )}
    </>
  );
}

/** Runs a change, and tells what came of it. */
function useChange(again: () => void) {
  const { speech, announce } = useShell();
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (ask: () => Promise<Answer<unknown>>, done: string): Promise<void> => {
    const refusal = await ask().then(
      ({ errors }) => (errors[0] ? (errors[0].extensions?.code ?? 'MALFORMED') : null),
      (error: unknown) => (error instanceof Refused ? error.code : 'MALFORMED'),
    );
    if (refusal !== null) return setProblem(speech.code('refused', refusal));
    announce(done);
    return again();
  };
  return [problem, setProblem, change] as const;
}

function Stop({ again }: { readonly again: () => void }) {
  const { speech, run } = useShell();
  const { say } = speech;
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const [problem, setProblem, change] = useChange(again);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isSure || reason.trim().length < 3) setProblem(say('sharing.missing'));
    else
      void change(
        () => run(restrictAgencyDocument, { input: { reason, categories: null } }),
        say('sharing.stopped'),
      );
  };
  return (
    <form class="card interruption" onSubmit={submit} aria-labelledby="stop">
      <h2 id="stop">{say('sharing.stopTitle')}</h2>
      <p>{say('sharing.stopExplanation')}</p>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <label class="field">
        {say('sharing.reason')}
        <textarea rows={3} value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <label class="choice">
        <input type="checkbox" checked={isSure} onChange={() => setSure(!isSure)} />
        <span>{say('sharing.sure')}</span>
      </label>
      <p class="actions">
        <button class="button danger" type="submit">
          {say('sharing.stop')}
        </button>
      </p>
    </form>
  );
}

function Line({ restriction, again }: { readonly restriction: Restriction; readonly again: () => void }) {
  const { speech, session, run } = useShell();
  const { say, code, time } = speech;
  const [problem, , change] = useChange(again);
  const { id, agency, categories, reason, since, liftedAt } = restriction;
  const what =
    categories === null
      ? say('sharing.everything')
      : categories.map((one) => code('category', one)).join(', ');
  return (
    <li class={liftedAt === null ? '' : 'over'}>
      <p>
        <span class={liftedAt === null ? 'chip stopped' : 'chip'}>
          {say(liftedAt === null ? 'sharing.inForce' : 'sharing.lifted')}
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
          onClick={() => void change(() => run(liftRestrictionDocument, { id }), say('sharing.sharedAgain'))}
        >
          {say('sharing.lift')}
        </button>
      )}
    </li>
  );
}
